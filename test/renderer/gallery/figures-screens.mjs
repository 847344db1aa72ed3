/** @typedef {import('../../../electron/contract/desk.ts').DeskScreen} DeskScreen */
/** @typedef {import('../../../electron/contract/desk-figures.ts').FiguresPage} FiguresPage */

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
/** A time of today on a clock eight hours east of Greenwich. @param {string} time */
const at = (time) => `${today}T${time}:00+08:00`;

const expected = [2, 3, 9, 12, 14, 8, 10, 6, 3, 2, 9, 11, 8, 6, 4, 3, 2, 0, 1];
const arrived = [1, 2, 6, 13, 11, 10, 7, 8, 2, 3, 4];
const inside = [1, 3, 9, 20, 29, 34, 36, 33, 28, 26, 24];

/** @type {FiguresPage} */
const busy = {
  kind: 'figures',
  day: today,
  list: 'whole',
  minutes: 30,
  periods: expected.map((count, index) => ({
    from: at(`${String(8 + Math.floor(index / 2)).padStart(2, '0')}:${index % 2 ? '30' : '00'}`),
    expected: count,
    arrived: arrived[index] ?? 0,
    inside: inside[index] ?? 0,
  })),
  begun: arrived.length,
  most: { count: 36, from: at('11:00') },
  inside: 24,
  waiting: { expected: 49, late: 5, oldest: at('09:15') },
  stay: { count: 43, median: 4_320, nineOfTen: 9_660 },
  badge: { count: 61, median: 5, nineOfTen: 11 },
  counts: { expected: 49, inside: 24, left: 43, noShow: 2 },
  dashboard: { expected: 50, inside: 23, left: 43, noShow: 2 },
  kept: { hours: 24, since: today },
};

/** @param {FiguresPage} page @returns {DeskScreen} */
const desk = (page) => ({
  kind: 'desk',
  server: { state: 'online' },
  roster: { freshness: 'fresh', badges: 118, at: at('08:00') },
  handOver: { to: [], waiting: 0, dead: 0, sent: 0 },
  counts: { inside: page.inside, left: page.counts.left, unconfirmed: 0, differences: 0, badges: 0 },
  ...{ requests: [], unconfirmed: [], differences: [], dead: [], badges: [], printers: [], notices: [] },
  page,
});

const { dashboard: _, most: __, ...bare } = busy;
const calmed = busy.periods.map((period) => ({ ...period, expected: 0, arrived: 0, inside: 0 }));

/** The page of the day's figures, as it may be. @type {Record<string, DeskScreen>} */
export const figuresScreens = {
  'figures-busy': desk({
    ...busy,
    export: { state: 'done', what: 'xlsx', at: at('13:05'), place: `Downloads/foyer-visits-${today}.xlsx`, rows: 67 },
  }),
  'figures-open': desk({ ...busy, export: { state: 'running', what: 'vendor', since: at('13:05') } }),
  'figures-empty': desk({
    ...bare,
    list: 'whole',
    periods: calmed.slice(0, 1),
    begun: 1,
    inside: 0,
    waiting: { expected: 0, late: 0 },
    stay: { count: 0 },
    badge: { count: 0 },
    counts: { expected: 0, inside: 0, left: 0, noShow: 0 },
    export: { state: 'failed', what: 'csv', at: at('13:05'), why: 'nothing' },
  }),
  'figures-alone': desk({
    ...bare,
    list: 'recordedOnly',
    minutes: 60,
    most: { count: 1_436, from: at('11:00') },
    periods: Array.from({ length: 24 }, (_, hour) => ({
      from: at(`${String(hour).padStart(2, '0')}:00`),
      expected: 0,
      arrived: hour < 8 ? 0 : hour * 37,
      inside: hour < 8 ? 3 : 1_436 - Math.abs(11 - hour) * 100,
    })),
    begun: 24,
    badge: { count: 1, median: 4, nineOfTen: 4 },
    export: { state: 'failed', what: 'vendor', at: at('13:05'), why: 'failed', cause: 'bookings.unreachable' },
  }),
};
