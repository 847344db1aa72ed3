import { badgePicture } from './badge-picture.mjs';
import { kioskAdmin, kioskBadge, kioskNoBadge, kioskPage, kioskWrong } from './desk-kiosk.mjs';
import { ago, dayRow, dayRows, manyOf, todayOf, visitBlocked, visitInFull, visitOpen } from './desk-today.mjs';

/** @typedef {import('../../../electron/contract/desk.ts').DeskScreen} DeskScreen */
/** @typedef {DeskScreen['unconfirmed'][number]} Person */
/** @typedef {DeskScreen['badges'][number]} Print */

/** @type {(visitId: string, name: string, company: string | undefined, host: string | undefined, minutes: number) => Person} */
const person = (visitId, name, company, host, minutes) => ({
  visitId,
  name,
  ...(company && { company }),
  ...(host && { host }),
  checkedInAt: ago(minutes),
});

const inside = [
  person('v1', 'Marguerite Dubois', 'Atelier Lindqvist & Sons', 'Chen Yi-Ting', 2),
  person('v2', '林怡君', '晨光設計有限公司', 'Chen Yi-Ting', 14),
  person('v3', 'Tobias Wohlgemuth', 'Nordwind Logistik GmbH', 'Hsu Mei-Ling', 31),
  person('v4', 'Aisha Karim', undefined, 'Wang Hao', 48),
  person('v5', '田中さくら', '株式会社さくら技研', 'Hsu Mei-Ling', 63),
  person('v6', '王小明', '蓝海咨询', 'Wang Hao', 95),
  person('v7', '김민서', '한빛소프트', undefined, 142),
  person('v8', 'محمد العمري', 'شركة النخيل للتجارة', 'Chen Yi-Ting', 187),
  person('v9', 'Oluwaseun Adeyemi', 'Lagoon Partners', 'Hsu Mei-Ling', 201),
];
const left = { checkedInAt: ago(190) };
const differences = /** @type {DeskScreen['differences']} */ ([
  {
    id: 'd1',
    kind: 'leftThere',
    at: ago(26),
    name: 'Marguerite Dubois',
    company: 'Atelier Lindqvist & Sons',
    here: left,
    there: { kind: 'badge', state: 'visited', checkedInAt: ago(190), checkedOutAt: ago(41) },
  },
  { id: 'd2', kind: 'goneThere', at: ago(12), name: '林怡君', company: '晨光設計有限公司', here: left, there: { kind: 'gone' } },
  {
    id: 'd3',
    kind: 'earlierThere',
    at: ago(3),
    name: 'محمد العمري',
    company: 'شركة النخيل للتجارة',
    here: { checkedInAt: ago(150), checkedOutAt: ago(20) },
    there: { kind: 'badge', state: 'visiting', checkedInAt: ago(174) },
  },
]);
const unconfirmed = [
  { ...person('u1', 'Ingrid Solheim', 'Fjordkraft Rådgivning', 'Wang Hao', 1_460), closedAt: ago(560) },
  { ...person('u2', '陳志明', '晨光設計有限公司', 'Hsu Mei-Ling', 1_390), closedAt: ago(560) },
];
const dead = /** @type {DeskScreen['dead']} */ ([
  {
    id: 'e1',
    receiver: 'webhook',
    kind: 'checkedIn',
    at: ago(320),
    name: 'Oluwaseun Adeyemi',
    failure: 'handOver.refused',
    status: 422,
  },
  {
    id: 'e2',
    receiver: 'webhook',
    kind: 'checkedOut',
    at: ago(240),
    name: 'Priya Raman',
    failure: 'handOver.refused',
    status: 404,
  },
  {
    id: 'e2',
    receiver: 'bookings',
    kind: 'checkedOut',
    at: ago(240),
    name: 'Priya Raman',
    failure: 'bookings.forbidden',
    status: 403,
  },
  { id: 'e3', receiver: 'webhook', kind: 'journalReplaced', at: ago(3_100), failure: 'handOver.refused', status: 400 },
]);

/** @type {(visitId: string, name: string, minutes: number, more?: Partial<Print>) => Print} */
const print = (visitId, name, minutes, more = {}) => ({
  ...{ id: `p-${visitId}`, visitId, name, kind: 'badge', state: 'confirmed', at: ago(minutes), printer: '10.0.0.20:9100' },
  ...{ isReprint: false, isReplaced: false, hasPicture: true, mayRepeat: true },
  ...more,
});
const badges = [
  print('v4', 'Aisha Karim', 48, { state: 'unknown', failure: 'printer.cutOff' }),
  print('v5', '田中さくら', 31, { state: 'failed', failure: 'printer.paperOut', hasPicture: false }),
  print('v3', 'Tobias Wohlgemuth', 30, { id: 'p-again', state: 'sending', isReprint: true, hasPicture: false, mayRepeat: false }),
  print('v8', 'محمد العمري', 12, { state: 'unknown', printer: undefined, hasPicture: false }),
];
export const prints = [
  print('v1', 'Marguerite Dubois', 2),
  print('v2', '林怡君', 14, { state: 'sent', isReprint: true }),
  print('v2', '林怡君', 16, { id: 'p-void', state: 'unknown', failure: 'printer.cutOff', isReplaced: true, mayRepeat: false }),
  print('v9', 'Oluwaseun Adeyemi', 40, { kind: 'slip', mayRepeat: false, printer: '/dev/usb/lp0' }),
  ...badges,
  print('v6', '王小明', 95, { state: 'failed', failure: 'printer.coverOpen', hasPicture: false, handedOverAt: ago(90) }),
];
const ready = /** @type {const} */ ({ name: '10.0.0.20:9100', warnings: [], media: '62 mm', labels: 141, since: ago(1_500) });

/** @type {DeskScreen} */
export const calm = {
  badges: [],
  requests: [],
  printers: [{ ...ready, warnings: [] }],
  kind: 'desk',
  server: { state: 'online' },
  roster: { freshness: 'fresh', badges: 1_240, at: ago(0) },
  handOver: { to: ['webhook'], waiting: 0, dead: 0, sent: 318 },
  counts: { inside: inside.length, left: 17, unconfirmed: 0, differences: 0, badges: 0 },
  unconfirmed: [],
  differences: [],
  dead: [],
  notices: [],
  page: todayOf(dayRows),
};

/** @type {DeskScreen} */
const wrong = {
  ...calm,
  server: { state: 'offline', since: ago(134), cause: 'bookings.unauthorized' },
  roster: { freshness: 'red', badges: 1_240, at: ago(135), downloading: 1_200, failure: 'bookings.timeout' },
  handOver: { to: ['webhook', 'bookings'], waiting: 46, dead: 4, sent: 12_318, failure: 'handOver.unreachable' },
  counts: { inside: inside.length, left: 17, unconfirmed: 2, differences: 3, badges: 3 },
  badges,
  printers: [
    { name: '10.0.0.20:9100', warnings: [], failure: 'printer.paperOut', labels: 398 },
    { name: '/dev/usb/lp0', warnings: ['paperLow', 'headHot'], labels: 1, media: '29 × 90 mm', since: ago(3) },
  ],
  differences,
  unconfirmed,
  dead,
  notices: ['journalReplaced', 'chainBroken', 'keyInFile', 'notKept'],
  page: todayOf(dayRows, { open: visitInFull }),
};

const endless = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(9).slice(0, 300);
const marks = `Z${'\u0301\u0302\u0303\u0323\u0330'.repeat(50)}oe`;
const odd = [
  endless,
  'محمد بن عبد الله '.repeat(18).trim(),
  '<img src=x onerror="alert(1)">',
  marks,
  '陳'.repeat(300),
  '\u202eesrever',
];
const oddPeople = odd.map((text, index) =>
  person(`o${index}`, text, odd[(index + 1) % odd.length], odd[(index + 2) % odd.length], index * 7),
);

const many = { expected: 12_345, inside: 6, left: 12_345, noShow: 0 };
const oddRows = odd.map((name, index) =>
  dayRow(`o${index}`, name, odd[(index + 1) % odd.length], odd[(index + 2) % odd.length], index * 7, {
    ...(index % 2 && { state: /** @type {const} */ ('inside'), visit: `o${index}`, at: ago(index), isLate: false, isWalkIn: true }),
    isBlocked: index % 3 === 2,
  }),
);
const oddVisit = visitOpen(oddRows[1] ?? visitInFull.row, {
  ...{ code: endless.slice(0, 60), building: endless, floor: odd[1], room: odd[4], purpose: marks },
  history: odd.map((text, index) => ({
    id: `h${index}`,
    kind: 'noted',
    at: ago(index),
    actor: 'staff',
    by: text,
    text: text.slice(0, 200),
  })),
  group: { others: oddRows.filter((_, index) => index !== 1), mayCheckIn: 3 },
  corrections: ['notIn', 'cameAt'],
});

/** @type {DeskScreen} */
const long = {
  ...wrong,
  staff: endless.slice(0, 60),
  leave: 'closes',
  handOver: { ...wrong.handOver, dead: 6 },
  counts: { inside: 6, left: 12_345, unconfirmed: 6, differences: 6, badges: 6 },
  badges: odd.map((name, index) => print(`o${index}`, name, index * 7, { state: 'unknown', printer: endless })),
  printers: [{ ...ready, name: endless.slice(0, 200), warnings: [], media: endless, labels: 123_456 }],
  unconfirmed: oddPeople.map((one) => ({ ...one, closedAt: ago(400) })),
  differences: odd.map((name, index) => ({
    id: `o${index}`,
    kind: 'leftThere',
    at: ago(2_000 + index),
    name,
    company: odd[(index + 3) % odd.length],
    here: { checkedInAt: ago(30_000) },
    there: { kind: 'badge', state: 'visited', checkedInAt: ago(30_100), checkedOutAt: ago(29_000) },
  })),
  dead: odd.map((name, index) => ({
    id: `o${index}`,
    receiver: 'webhook',
    kind: 'closedAutomatically',
    at: ago(9_000),
    name,
    failure: 'handOver.redirected',
    status: 301,
  })),
  page: todayOf(oddRows, { open: oddVisit, search: endless.slice(0, 100), dashboard: { ...many, noShow: 12_345 } }),
};

/** Those in the building, by this kiosk's journal alone. @param {Person[]} people @returns {DeskScreen['page']} */
const insidePage = (people) => ({
  ...{ kind: 'inside', hidden: 0, elsewhere: [], elsewhereHidden: 0, list: { state: 'none' }, isReport: false },
  rows: people.map(({ visitId, name, company, host, checkedInAt, closedAt }) => ({
    ...{ visit: visitId, name, company, host, since: checkedInAt },
    ...(closedAt && { closedAt }),
  })),
});
/** The last prints. @type {(listed: Print[], picture?: { print: string, source?: string }) => DeskScreen['page']} */
export const printsPage = (listed, picture) => ({ kind: 'prints', prints: listed, ...(picture && { picture }) });

/** @type {DeskScreen} */
const full = {
  ...calm,
  counts: { inside: 1_240, left: 4_017, unconfirmed: 0, differences: 1, badges: 0 },
  differences: differences.slice(0, 1),
  page: manyOf(),
};
const insideOfFull = Array.from({ length: 200 }, (_, index) => ({
  ...(inside[index % inside.length] ?? person('', '', undefined, undefined, 0)),
  visitId: `f${index}`,
  checkedInAt: ago(index * 3),
}));

/** The desk, calm and in need of everything, on each of its pages. Invented people only. @type {Record<string, DeskScreen>} */
export const deskScreens = {
  'desk-calm': calm,
  'desk-named': { ...calm, staff: 'Clara Mendes', leave: 'closes' },
  'desk-no-pin': { ...calm, notices: ['noPin'], page: kioskPage },
  'desk-no-name': { ...calm, leave: 'closes', notices: ['noName'], page: kioskPage },
  'desk-calm-inside': { ...calm, page: insidePage(inside) },
  'desk-calm-prints': { ...calm, page: printsPage(prints.filter(({ state }) => state === 'confirmed')) },
  'desk-calm-kiosk': { ...calm, page: kioskPage },
  'desk-calm-administrator': { ...calm, page: kioskAdmin },
  'desk-calm-administrator-badge': { ...calm, page: kioskBadge },
  'desk-calm-administrator-no-badge': { ...calm, page: kioskNoBadge },
  'desk-wrong': wrong,
  'desk-wrong-inside': { ...wrong, page: insidePage(inside) },
  'desk-wrong-prints': { ...wrong, page: printsPage(prints, { print: 'p-v1', source: badgePicture() }) },
  'desk-wrong-kiosk': { ...wrong, page: kioskWrong },
  'desk-offline': {
    ...calm,
    server: { state: 'offline', since: ago(9), cause: 'bookings.unresolved' },
    roster: { freshness: 'amber', badges: 1_240, at: ago(11), failure: 'bookings.unresolved' },
    handOver: { to: [], waiting: 0, dead: 0, sent: 0 },
    notices: ['keyInFile'],
    page: todayOf(
      dayRows.filter(({ visit }) => visit !== undefined),
      { list: { state: 'recordedOnly' }, open: visitInFull },
    ),
  },
  'desk-empty': {
    ...calm,
    server: { state: 'offline', since: ago(1), cause: 'bookings.portal' },
    roster: { freshness: 'none', badges: 0 },
    handOver: { to: [], waiting: 0, dead: 0, sent: 0 },
    counts: { inside: 0, left: 0, unconfirmed: 0, differences: 0, badges: 0 },
    printers: [],
    page: todayOf([], { list: { state: 'coming' } }),
  },
  'desk-nobody-found': { ...calm, page: todayOf(dayRows, { search: 'Nemo', found: 0, rows: [] }) },
  'desk-blocked': { ...calm, page: todayOf(dayRows, { open: visitBlocked }) },
  'desk-long': long,
  'desk-long-inside': { ...long, page: insidePage(oddPeople) },
  'desk-long-prints': {
    ...long,
    page: printsPage(odd.map((name, index) => print(`o${index}`, name, index * 7, { printer: endless, handedOverAt: ago(2_000) }))),
  },
  'desk-full': full,
  'desk-full-inside': { ...full, page: insidePage(insideOfFull) },
  'desk-full-prints': {
    ...full,
    page: printsPage(Array.from({ length: 30 }, (_, index) => print(`f${index}`, 'Marguerite Dubois', index * 3))),
  },
};
