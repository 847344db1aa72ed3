import type { NoticeWords } from './words.ts';

/** What whoever is at the desk is to know, in English. */
export const en: NoticeWords = {
  outOfOrder: {
    said: 'Somebody of staff has put the lobby out of order.',
    todo: 'Visitors are sent to you. The page Kiosk puts it back into service.',
  },
  noPin: {
    said: 'Nobody has a PIN: what is done here carries no name.',
    todo: 'At this computer, npm start -- --set-pin "NAME" --admin gives the first one; from then on the page Kiosk gives them too.',
  },
  noName: {
    said: 'What is done here carries no name, because this desk was open before anybody had a PIN.',
    todo: 'Close the desk below, and open it with your PIN.',
  },
  journalReplaced: {
    said: 'The journal was damaged. It was moved aside whole, and a new one was begun.',
    todo: 'Who checked in before is not in the list below. Please ask whoever looks after this computer to move the old file out of the data folder and keep it: then this message goes away.',
  },
  chainBroken: {
    said: 'A record of the journal was changed or is missing.',
    todo: 'Visitors can go on. Please tell whoever looks after this computer: the log names the first record that does not fit.',
  },
  notKept: {
    said: 'Something could not be written into the journal.',
    todo: 'Please see that there is room on the disk, and check by hand who has just come and gone.',
  },
  keyInFile: {
    said: 'The key of the journal lies in a file on this computer, as FOYER_KEY says.',
    todo: 'The operating system’s keyring guards it better, where there is one.',
  },
};
