import type { DifferenceWords } from './words.ts';

/** Where Bookings ONE and the kiosk do not agree, in English. */
export const en: DifferenceWords = {
  title: 'Differences',
  more: 'Bookings ONE says something else than this kiosk. Nothing changes until you decide.',
  visitor: 'Visitor',
  here: 'Here',
  there: 'Bookings ONE',
  right: 'What is right?',
  kind: { leftThere: 'Has left there', goneThere: 'No longer there', earlierThere: 'Was there earlier' },
  checkedIn: (when) => `Checked in ${when}`,
  checkedOut: (when) => `Checked out ${when}`,
  stillIn: 'Not checked out',
  gone: 'Has no such badge any more',
  state: { initial: 'Expected', visiting: 'Visiting', visited: 'Visit ended', noShow: 'Did not come' },
  decision: { ours: 'Ours is right', theirs: 'Theirs is right', note: 'Only a note' },
  chosen: (decision) => `${decision}.`,
  follows: {
    ours: 'What is recorded here stays as it is.',
    theirs: {
      leftThere: 'The visitor is recorded here as checked out.',
      goneThere: 'The visitor is recorded here as checked out.',
      earlierThere: 'The check-in here takes the time of Bookings ONE.',
    },
    note: 'Neither side is changed. Your note says why.',
  },
  note: 'Note',
  noteOrNothing: 'Note (optional)',
  record: 'Record',
  cancel: 'Cancel',
};
