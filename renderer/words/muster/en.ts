import type { MusterWords } from './words.ts';

/** The muster list in English. */
export const en: MusterWords = {
  title: 'Who is in the building',
  nobody: 'Nobody is checked in.',
  search: 'Name, company or host',
  clear: 'Clear',
  fits: (count, written) => (count === 1 ? '1 person' : `${written} people`),
  nobodyFits: 'Nobody in this list matches. Please try fewer letters.',
  more: (count, written) => (count === 1 ? '1 more person is not shown.' : `${written} more people are not shown.`),
  columns: { name: 'Name', company: 'Company', host: 'Host', since: 'Since', seen: 'Found', left: 'Checked out' },
  since: (when) => `since ${when}`,
  hostOf: (name) => `visits ${name}`,
  closed: 'closed automatically at midnight, not confirmed',
  found: (when) => `found ${when}`,
  left: (when) => `checked out ${when}`,
  away: (when) =>
    `Bookings ONE has been away since ${when}. Whoever checked in at another kiosk since then may be missing from this list.`,
  listOf: (when) => `The list from Bookings ONE is as of ${when}.`,
  coming: 'What Bookings ONE knows of other kiosks is still being loaded.',
  noList: 'Bookings ONE does not give its list right now: whoever checked in at another kiosk is not in this one.',
  closedOnes: (count, written) =>
    count === 1
      ? '1 visit was closed automatically at midnight. Nobody has confirmed that the visitor left.'
      : `${written} visits were closed automatically at midnight. Nobody has confirmed that these visitors left.`,
  elsewhere: {
    title: 'Checked in elsewhere, says Bookings ONE',
    more: 'This kiosk has not seen them. They are not counted, and cannot be ticked here.',
    none: 'Bookings ONE knows of nobody else.',
  },
  begin: 'Take the muster',
  beginMore: 'For a fire drill or an alarm. It works without the server.',
  print: 'Print the list',
  last: (when) => `Last muster: ${when}`,
  running: {
    title: 'Muster',
    how: 'Press a name when you see the person. Press again to take it back.',
    end: 'End the muster',
    stillMissing: (count, written) =>
      count === 1
        ? '1 person is missing. Once it is ended, nobody can be ticked any more.'
        : `${written} people are missing. Once it is ended, nobody can be ticked any more.`,
    goOn: 'Go on',
    endAnyway: 'End it now',
    begun: (when) => `Begun ${when}`,
  },
  progress: { found: (found, all) => `Found ${found} of ${all}`, missing: (count) => `missing ${count}` },
  groups: { missing: 'Missing', found: 'Found', left: 'Checked out meanwhile' },
  allFound: 'Nobody is missing.',
  report: {
    title: 'Last muster',
    begun: 'Begun',
    ended: 'Ended',
    by: (when, name) => `${when}, by ${name}`,
    back: 'Back to the list',
    gone: (count, written) =>
      count === 1 ? 'The name of 1 person is no longer kept.' : `The names of ${written} people are no longer kept.`,
  },
  sheet: { printed: (when) => `Printed ${when}`, inside: (count) => `In the building: ${count}` },
};
