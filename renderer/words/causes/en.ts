import type { CauseWords } from './words.ts';

/** Why something did not work, and what to do, in English. */
export const en: CauseWords = {
  'bookings.unreachable': {
    said: 'The server cannot be reached.',
    todo: 'Check that this computer is on the network and that Bookings ONE runs. The kiosk goes on trying by itself.',
  },
  'bookings.unresolved': {
    said: 'The name of the server is not found (DNS).',
    todo: 'Check the address in FOYER_SERVER, and the name service of this network.',
  },
  'bookings.timeout': {
    said: 'The server takes too long to answer.',
    todo: 'The line is slow, or the server is busy. The kiosk goes on trying by itself.',
  },
  'bookings.tls': {
    said: 'The server’s certificate is not trusted, so nothing is sent to it.',
    todo: 'It has expired, is of another name, or comes from an authority that FOYER_CA does not name; or the date of this computer is wrong.',
  },
  'bookings.portal': {
    said: 'A page of the network answers in the server’s place.',
    todo: 'This is often the sign-in page of a Wi-Fi: sign in once on this computer, or have its network let it through.',
  },
  'bookings.unauthorized': {
    said: 'The server does not accept the token.',
    todo: 'It is wrong, has expired, or is not allowed from this place. Ask whoever runs Bookings ONE, and set FOYER_TOKEN.',
  },
  'bookings.forbidden': {
    said: 'The token is accepted, but may not do this.',
    todo: 'Ask whoever runs Bookings ONE to give it the rights; they are set in the management console.',
  },
  'bookings.notFound': {
    said: 'The server does not know this path.',
    todo: 'Check FOYER_SERVER and the paths: “npm start -- --check” shows which one is missing.',
  },
  'bookings.refused': {
    said: 'The server refuses the question as it was asked.',
    todo: '“npm start -- --check” shows what it refuses; FOYER_OPENAPI or FOYER_PATHS can set it right.',
  },
  'bookings.busy': {
    said: 'The server asks to be left alone for a while.',
    todo: 'There is nothing to do: the kiosk waits as long as it is asked to.',
  },
  'bookings.broken': {
    said: 'The server has a fault of its own.',
    todo: 'Tell whoever runs Bookings ONE. The kiosk goes on trying by itself.',
  },
  'bookings.tooLarge': {
    said: 'The server’s answer is larger than it may be.',
    todo: 'Tell whoever runs Bookings ONE, with the time at which it happened.',
  },
  'bookings.unreadable': {
    said: 'The server’s answer cannot be read.',
    todo: 'It is perhaps of another version: “npm start -- --check” shows what does not fit.',
  },
  'journal.full': {
    said: 'The disk of this computer is full.',
    todo: 'Make room on it. The kiosk goes on by itself.',
  },
  'journal.unwritable': {
    said: 'The data folder cannot be written.',
    todo: 'Check the rights of the folder in FOYER_DATA, and the disk.',
  },
  'journal.locked': {
    said: 'Another program holds the data of this kiosk.',
    todo: 'Check whether Foyer runs twice, or whether a backup is at work.',
  },
  'journal.damaged': {
    said: 'The data on this computer is damaged.',
    todo: 'Keep the folder as it is, and tell whoever looks after this computer.',
  },
  'journal.newer': {
    said: 'The data was written by a newer Foyer.',
    todo: 'Install that version again. The data stays as it is.',
  },
  'journal.key': {
    said: 'The key of the data is missing or does not fit.',
    todo: 'Tell whoever installed the kiosk: the key is in the keyring of its account, or in the data folder.',
  },
  'printer.none': {
    said: 'No printer is set.',
    todo: 'Make the badge by hand. FOYER_PRINTER says where badges are printed.',
  },
  'printer.unreachable': {
    said: 'The printer cannot be reached.',
    todo: 'Check that it is switched on and on the network, or plugged in; then print again.',
  },
  'printer.silent': {
    said: 'The printer does not answer.',
    todo: 'It is busy, asleep, or another program holds it. Switch it off and on, then print again.',
  },
  'printer.paperOut': {
    said: 'The printer is out of paper.',
    todo: 'Put in a new roll, close the cover, then print again.',
  },
  'printer.coverOpen': {
    said: 'The cover of the printer is open.',
    todo: 'Close it until it clicks, then print again.',
  },
  'printer.offline': {
    said: 'The printer is paused or offline.',
    todo: 'Press its feed or pause button, or look at its display; then print again.',
  },
  'printer.fault': {
    said: 'The printer has a fault of its own.',
    todo: 'Look at its lamps: often the cutter or a label is stuck. Free it, switch it off and on, then print again.',
  },
  'printer.cutOff': {
    said: 'The line to the printer broke while it printed.',
    todo: 'Look whether the badge came out whole before you print another.',
  },
  'printer.media': {
    said: 'The labels in the printer are of another size than the badge.',
    todo: 'Put in the right roll, or ask whoever installed the kiosk to choose another badge.',
  },
  'printer.late': {
    said: 'The printer was free too late: the visitor had gone on, so nothing was printed.',
    todo: 'Print the badge when the visitor is with you.',
  },
  'printer.badge': {
    said: 'The badge cannot be drawn.',
    todo: 'Make it by hand, and tell whoever looks after Foyer: the template of the badge does not fit.',
  },
  'handOver.unreachable': {
    said: 'The receiver cannot be reached.',
    todo: 'Check the network and that the receiver runs. The kiosk goes on trying by itself.',
  },
  'handOver.timeout': {
    said: 'The receiver takes too long to answer.',
    todo: 'The line is slow, or the receiver is busy. The kiosk goes on trying by itself.',
  },
  'handOver.tls': {
    said: 'The receiver’s certificate is not trusted, so nothing is sent to it.',
    todo: 'It has expired, is of another name, or comes from an authority that FOYER_CA does not name.',
  },
  'handOver.busy': {
    said: 'The receiver asks to be left alone for a while.',
    todo: 'There is nothing to do: the kiosk waits as long as it is asked to.',
  },
  'handOver.broken': {
    said: 'The receiver has a fault of its own.',
    todo: 'Tell whoever runs it. The kiosk goes on trying by itself.',
  },
  'handOver.redirected': {
    said: 'The receiver points to another address.',
    todo: 'Nothing is carried there: check the address in FOYER_WEBHOOK with whoever runs the receiver.',
  },
  'handOver.refused': {
    said: 'The receiver will not take it.',
    todo: 'Ask whoever runs the receiver why, then send it again.',
  },
  'mail.unreachable': {
    said: 'The mail server cannot be reached, or does not answer as one.',
    todo: 'Check the network and the address in FOYER_MAIL. The kiosk goes on trying for as long as the visit is news.',
  },
  'mail.tls': {
    said: 'The mail server cannot be talked to in a way that is safe, so nothing is sent to it.',
    todo: 'Its certificate has expired, is of another name or from an authority that FOYER_CA does not name; or it offers no encryption.',
  },
  'mail.auth': {
    said: 'The mail server does not let this kiosk send.',
    todo: 'Check the user and password in FOYER_MAIL, and whether that user may send as FOYER_MAIL_FROM.',
  },
  'mail.busy': {
    said: 'The mail server asks to be tried again later.',
    todo: 'There is nothing to do: the kiosk goes on trying for as long as the visit is news.',
  },
  'mail.refused': {
    said: 'The mail server will not take a message to this host.',
    todo: 'Tell the host yourself, and check the e-mail address that Bookings ONE has.',
  },
  'mail.expired': {
    said: 'The host was not told: the visit was over, or half an hour had passed.',
    todo: 'There is nothing to do: a message now would mislead.',
  },
  'mail.unsure': {
    said: 'The mail server may have taken the message, and did not say so.',
    todo: 'The host may have been told once. It is not sent again by itself.',
  },
  bug: {
    said: 'Something happened that should not.',
    todo: 'Send the log of this day to whoever looks after Foyer.',
  },
};
