import { badgePicture } from './badge-picture.mjs';

/** @typedef {import('../../../electron/contract/desk-today.ts').DayRow} DayRow */
/** @typedef {import('../../../electron/contract/desk-today.ts').TodayPage} TodayPage */
/** @typedef {import('../../../electron/contract/desk-today.ts').VisitOpen} VisitOpen */

/** So many minutes ago, on a clock eight hours east of Greenwich. @param {number} minutes */
export const ago = (minutes) => `${new Date(Date.now() + 8 * 3_600_000 - minutes * 60_000).toISOString().slice(0, 19)}+08:00`;

/** @type {(badge: string, name: string, company: string | undefined, host: string | undefined, minutes: number, more?: Partial<DayRow>) => DayRow} */
export const dayRow = (badge, name, company, host, minutes, more = {}) => ({
  ...{ badge, name, from: ago(minutes), state: 'expected', isLate: minutes > 0, isBlocked: false, isWalkIn: false },
  ...(company && { company }),
  ...(host && { host }),
  ...more,
});

/** Somebody who is in, or has left. @type {(state: 'inside' | 'left', minutes: number) => Partial<DayRow>} */
const recorded = (state, minutes) => ({ state, visit: `v-${minutes}`, at: ago(minutes), isLate: false });

export const dayRows = [
  dayRow('b1', 'Marguerite Dubois', 'Atelier Lindqvist & Sons', 'Chen Yi-Ting', 190, recorded('left', 41)),
  dayRow('b2', '林怡君', '晨光設計有限公司', 'Chen Yi-Ting', 20, recorded('inside', 14)),
  dayRow('b3', 'Tobias Wohlgemuth', 'Nordwind Logistik GmbH', 'Hsu Mei-Ling', 35, recorded('inside', 31)),
  dayRow('b4', 'Aisha Karim', undefined, 'Wang Hao', 30),
  dayRow('b5', '田中さくら', '株式会社さくら技研', 'Hsu Mei-Ling', 12, { isBlocked: true }),
  dayRow('b6', 'Robin Example', 'Walk & Co', undefined, 9, { ...recorded('inside', 9), isWalkIn: true }),
  dayRow('b7', '김민서', '한빛소프트', undefined, 240, { state: 'noShow', isLate: false }),
  dayRow('b8', 'محمد العمري', 'شركة النخيل للتجارة', 'Chen Yi-Ting', -30),
  dayRow('b9', 'Oluwaseun Adeyemi', 'Lagoon Partners', 'Hsu Mei-Ling', -90),
];

const countsOf = (/** @type {readonly DayRow[]} */ rows) => {
  const counts = { expected: 0, inside: 0, left: 0, noShow: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
};

/** @type {(rows: readonly DayRow[], more?: Partial<TodayPage>) => TodayPage} */
export const todayOf = (rows, more = {}) => ({
  kind: 'today',
  list: { state: 'whole', at: ago(1) },
  counts: countsOf(rows),
  search: '',
  filter: 'all',
  found: rows.length,
  from: 0,
  rows: [...rows],
  ...more,
});

/** A visit of which everything is to be said. @type {(row: DayRow, more?: Partial<VisitOpen>) => VisitOpen} */
export const visitOpen = (row, more = {}) => ({
  row,
  code: 'FJUEIW',
  to: ago(-120),
  history: [],
  mayCheckIn: row.state !== 'inside' && !row.isBlocked,
  mayCheckOut: row.state === 'inside',
  corrections: [],
  ...more,
});

const [, lin, tobias, aisha, sakura] = dayRows;
if (!lin || !tobias || !aisha || !sakura) throw new Error('the day has too few');

/** Somebody who is in, with a badge, a group, and more than one thing to tell. */
export const visitInFull = visitOpen(tobias, {
  ...{ building: 'Harbour Tower', floor: '12F', room: 'Board room', purpose: 'Interview' },
  history: [
    { id: 'h1', kind: 'checkedIn', at: ago(34), actor: 'visitor' },
    { id: 'h2', kind: 'badgePrinted', at: ago(33), actor: 'kiosk', print: 'sent' },
    {
      id: 'h3',
      kind: 'corrected',
      at: ago(32),
      actor: 'staff',
      by: 'Clara Mendes',
      text: 'Came earlier',
      correction: 'cameAt',
      time: ago(40),
    },
    { id: 'h5', kind: 'musterTicked', at: ago(25), actor: 'staff', by: 'Clara Mendes', isFound: true },
    { id: 'h6', kind: 'musterTicked', at: ago(24), actor: 'staff', by: 'Clara Mendes', isFound: false },
    { id: 'h7', kind: 'differed', at: ago(23), actor: 'kiosk', difference: 'earlierThere' },
    { id: 'h8', kind: 'decided', at: ago(22), actor: 'staff', by: 'Clara Mendes', decision: 'ours', text: 'Came on foot' },
    { id: 'h4', kind: 'noted', at: ago(20), actor: 'staff', by: 'Clara Mendes', text: 'Waits in the café' },
  ],
  badge: { print: 'p-v3', state: 'confirmed', picture: badgePicture(), mayRepeat: true },
  group: { others: [aisha, lin], mayCheckIn: 1 },
  corrections: ['notIn', 'cameAt'],
});
/** Somebody whom nobody lets in. */
export const visitBlocked = visitOpen(sakura);

/** @type {(index: number) => DayRow} */
const manyRow = (index) => {
  const like = dayRows[index % dayRows.length] ?? aisha;
  return { ...like, badge: `m${index}`, name: `${like.name} ${index}`, ...(like.visit && { visit: `vm${index}` }) };
};
/** So many at once are in the page. */
const rowsFrom = (/** @type {number} */ from, count = 120) => Array.from({ length: count }, (_, at) => manyRow(from + at));
/** A list of ten thousand, from one of its rows on. */
export const manyOf = (from = 0) =>
  todayOf([], {
    ...{ found: 10_000, from, rows: rowsFrom(from, Math.min(120, 10_000 - from)) },
    counts: { expected: 4_444, inside: 3_333, left: 1_111, noShow: 1_112 },
    dashboard: { expected: 4_440, inside: 3_330, left: 1_110, noShow: 1_120 },
  });
