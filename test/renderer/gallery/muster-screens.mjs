/** @typedef {import('../../../electron/contract/desk.ts').DeskScreen} DeskScreen */
/** @typedef {import('../../../electron/contract/desk-muster.ts').InsidePage} InsidePage */
/** @typedef {InsidePage['rows'][number]} Row */

/** So many minutes ago, on a clock eight hours east of Greenwich. @param {number} minutes */
const ago = (minutes) => `${new Date(Date.now() + 8 * 3_600_000 - minutes * 60_000).toISOString().slice(0, 19)}+08:00`;

/** @type {(visit: string, name: string, company: string | undefined, host: string | undefined, minutes: number, more?: Partial<Row>) => Row} */
const row = (visit, name, company, host, minutes, more = {}) => ({
  ...{ visit, name, since: ago(minutes) },
  ...(company && { company }),
  ...(host && { host }),
  ...more,
});

const rows = [
  row('v4', 'Aisha Karim', undefined, 'Wang Hao', 48),
  row('u1', 'Ingrid Solheim', 'Fjordkraft Rådgivning', 'Wang Hao', 1_460, { closedAt: ago(560) }),
  row('v1', 'Marguerite Dubois', 'Atelier Lindqvist & Sons', 'Chen Yi-Ting', 12),
  row('v9', 'Oluwaseun Adeyemi', 'Lagoon Partners', 'Hsu Mei-Ling', 201),
  row('v3', 'Tobias Wohlgemuth', 'Nordwind Logistik GmbH', 'Hsu Mei-Ling', 31),
  row('v8', 'محمد العمري', 'شركة النخيل للتجارة', 'Chen Yi-Ting', 187),
  row('v7', '김민서', '한빛소프트', undefined, 142),
  row('v2', '林怡君', '晨光設計有限公司', 'Chen Yi-Ting', 14),
  row('v5', '田中さくら', '株式会社さくら技研', 'Hsu Mei-Ling', 63),
];

/** @type {InsidePage} */
const page = {
  kind: 'inside',
  rows,
  hidden: 0,
  elsewhere: [
    { badge: '901', name: 'Priya Raman', company: 'Coastline Analytics', host: 'Wang Hao', since: ago(77) },
    { badge: '902', name: '王小明', company: '蓝海咨询' },
  ],
  elsewhereHidden: 0,
  list: { state: 'whole', at: ago(1) },
  last: { id: 'm0', begunAt: ago(9_000), endedAt: ago(8_985), by: 'Ruth Example', counts: { found: 12, missing: 0, left: 1 } },
  isReport: false,
};

/** @type {Pick<Row, 'foundAt' | 'leftAt'>[]} */
const outcomes = [{ foundAt: ago(6) }, {}, { foundAt: ago(5) }, {}, { leftAt: ago(4) }, {}, {}, { foundAt: ago(2) }, {}];
const taken = rows.map((each, index) => ({ ...each, ...outcomes[index] }));
const counts = { found: 3, missing: 5, left: 1 };
const { last: _, ...without } = page;
/** @type {InsidePage} */
const running = { ...without, rows: taken, running: { id: 'm1', begunAt: ago(7), by: 'Ruth Example', counts } };
/** @type {InsidePage} */
const report = {
  ...page,
  rows: taken,
  elsewhere: [],
  isReport: true,
  last: { id: 'm1', begunAt: ago(27), endedAt: ago(3), by: 'Ruth Example', endedBy: 'Samir Example', counts },
};

const names = ['Ada', 'Björn', 'Chidi', 'Dolores', 'Émile', 'Farah', 'Goran', 'Hyun-woo', 'Ines', 'Jørgen'];
const families = [
  'Anderson-Featherstonehaugh',
  'Baker',
  'Castañeda',
  'Dvořák',
  'Eriksen',
  'Fontaine',
  'García',
  'Hoàng',
  'Iqbal',
  'Jung',
];
/** @type {InsidePage} */
const many = {
  ...without,
  rows: Array.from({ length: 2_000 }, (_, n) =>
    row(
      `m${n}`,
      `${names[n % 10]} ${families[Math.floor(n / 10) % 10]} ${Math.floor(n / 100) + 1}`,
      `Company ${n % 37}`,
      'Wang Hao',
      n,
    ),
  ),
  hidden: 240,
  elsewhere: [],
  list: { state: 'none' },
};

/** @type {DeskScreen} */
const online = {
  ...{ kind: 'desk', server: { state: 'online' }, roster: { freshness: 'fresh', badges: 1_240, at: ago(0) } },
  handOver: { to: ['webhook'], waiting: 0, dead: 0, sent: 318 },
  counts: { inside: 8, left: 17, unconfirmed: 1, differences: 0, badges: 0 },
  ...{ unconfirmed: [], differences: [], dead: [], badges: [], printers: [], notices: [], requests: [], page },
};
/** @type {DeskScreen} */
const away = {
  ...online,
  server: { state: 'offline', since: ago(134), cause: 'bookings.unreachable' },
  notices: ['journalReplaced'],
};

/** The desk with its page of those in the building: before, during and after a muster. @type {Record<string, DeskScreen>} */
export const musterScreens = {
  'muster-inside': online,
  'muster-running': { ...online, page: running },
  'muster-away': { ...away, page: { ...running, elsewhere: [], list: { state: 'none' } } },
  'muster-report': { ...online, page: report },
  'muster-nobody': { ...online, page: { ...without, rows: [], elsewhere: [] } },
};

/** As many as cross, and more. @type {DeskScreen} */
export const musterOfMany = { ...away, page: many };
