import type { FiguresWords } from './words.ts';

/** The day's figures in English. */
export const en: FiguresWords = {
  title: 'The day',
  waiting: {
    title: 'Still expected',
    none: 'Nobody is late.',
    late: (_, written) => `${written} late`,
    oldest: (since) => `the first was due at ${since}`,
  },
  inside: {
    title: 'In the building',
    most: (count, when) => `At most ${count} at once, from ${when}`,
    nobody: 'Nobody so far today',
  },
  stay: {
    title: 'Length of stay',
    of: (count, written) => (count === 1 ? '1 visit that ended today' : `Median of ${written} visits that ended today`),
    none: 'No visit has ended today.',
  },
  badge: {
    title: 'From check-in to badge',
    of: (count, written) => (count === 1 ? '1 badge' : `Median of ${written} badges`),
    none: 'No badge was printed today.',
    measured: 'Until it is out, or sent where the printer cannot say more',
  },
  nineOfTen: (length) => `nine of ten: ${length} or less`,
  nothing: 'Nobody was expected today, and nobody has come.',
  coming: 'The list of expected visitors is being loaded: the numbers still grow.',
  recordedOnly:
    'Bookings ONE does not give the list of expected visitors right now: these figures are from this kiosk’s record alone.',
  arrivals: {
    title: 'Arrivals',
    each: { 30: 'each half hour', 60: 'each hour' },
    expected: 'Expected',
    arrived: 'Came',
    summary: (arrived, expected) => `${arrived} came, ${expected} expected today.`,
  },
  curve: {
    title: 'People in the building',
    each: { 30: 'most at once in each half hour', 60: 'most at once in each hour' },
    most: 'Most at once',
    now: 'now',
    label: (count) => `at most ${count}`,
    summary: (now, most) => `${now} now, at most ${most} at once today.`,
  },
  numbers: 'Show the numbers',
  from: 'From',
  counts: {
    title: 'Counts',
    where: 'State',
    here: 'This kiosk',
    there: 'Bookings ONE',
    silent: 'Bookings ONE does not give its own counts right now.',
  },
  export: {
    title: 'Export visits',
    kept: (length, since) => `Names are kept for ${length} after a visit has ended. The oldest visit still here is of ${since}.`,
    from: 'From',
    to: 'To',
    button: { csv: 'CSV', xlsx: 'Excel', vendor: 'Bookings ONE export' },
    running: {
      csv: 'The file is being written …',
      xlsx: 'The workbook is being written …',
      vendor: 'Bookings ONE is making its workbook …',
    },
    seconds: (written) => `${written} s`,
    done: (place) => `Saved as ${place}`,
    rows: (count, written) => (count === 1 ? '1 visit' : `${written} visits`),
    why: {
      nothing: 'No visit that is still kept began on these days. No file was written.',
      notRead: 'The journal could not be read. Please try again; the log of this kiosk says more.',
      full: 'There is no room left on the disk. Please make room, then try again.',
      unwritable: 'No folder of this account could be written to. Please ask whoever looks after this computer.',
      underConstruction: 'This Bookings ONE has no export yet. CSV and Excel hold what this kiosk has recorded.',
      failed: 'Nothing was saved.',
    },
    careful: 'The files hold names: delete them when they are no longer needed.',
  },
};
