import { badgePicture } from './badge-picture.mjs';

/** @typedef {import('../../../electron/contract/desk-kiosk.ts').KioskPage} KioskPage */
/** @typedef {import('../../../electron/contract/desk-kiosk.ts').SettingOnPage} SettingOnPage */

const at = `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

/** @type {NonNullable<KioskPage['health']>} */
const health = {
  ...{ at, version: '0.1.0', host: 'electron', platform: 'linux x64', isDemo: false, uptimeSeconds: 187_400 },
  server: {
    ...{ signedOut: false, name: 'Bookings ONE', version: '10.4.2112.33', skewMilliseconds: -4_200 },
    findings: [{ kind: 'datesWithoutOffset', count: 312 }],
  },
  handOver: [
    { to: 'webhook', sent: 1_204, waiting: 0, dead: 0 },
    { to: 'hosts', sent: 311, waiting: 2, dead: 1 },
  ],
  journal: { bytes: 4_210_688, chain: { events: 8_214 } },
  disk: { freeBytes: 41_200_000_000, bytes: 128_000_000_000 },
  camera: 'working',
  settingsNotes: [],
  log: Array.from(
    { length: 12 },
    (_, n) =>
      `{"at":"2026-11-28T09:${10 + n}:00.000Z","sequence":${n},"level":"info","event":"heartbeat","ok":true,"failure":null,"operation":"device.heartbeat"}`,
  ),
};

/** @type {(name: string, group: SettingOnPage['group'], more?: Partial<SettingOnPage>) => SettingOnPage} */
const setting = (name, group, more = {}) => ({
  ...{ name, group, control: { kind: 'text' }, isGiven: false, isSecret: false, isSet: more.value !== undefined },
  ...more,
});

/** @type {SettingOnPage[]} */
const settings = [
  setting('FOYER_SERVER', 'connection', { value: 'https://bookings.example.org' }),
  setting('FOYER_TOKEN', 'connection', { isSecret: true, isSet: true }),
  setting('FOYER_AUTH', 'connection', { control: { kind: 'choice', values: ['raw', 'basic', 'bearer'] }, usual: 'raw' }),
  setting('FOYER_CA', 'connection', { control: { kind: 'file' } }),
  setting('FOYER_BUILDING', 'place', { value: '7', isGiven: true }),
  setting('FOYER_LANGUAGES', 'lobby', { value: 'zh-Hant,en', usual: 'en,zh-Hant,zh-Hans' }),
  // What `accentOf` makes of it, on light paper.
  setting('FOYER_ACCENT', 'lobby', { control: { kind: 'colour' }, value: '#e3007b', drawnAs: '#a40057' }),
  setting('FOYER_LOGO', 'lobby', { control: { kind: 'file' }, value: '/srv/foyer/harbour-tower.svg' }),
  setting('FOYER_WELCOME_EN', 'lobby', { value: 'Welcome to Harbour Tower' }),
  setting('FOYER_WELCOME_ZH_HANT', 'lobby', { value: '歡迎光臨海港大樓' }),
  setting('FOYER_WELCOME_ZH_HANS', 'lobby'),
  setting('FOYER_EARLY', 'lobby', { control: { kind: 'number', least: 0, most: 1440 }, value: '30' }),
  setting('FOYER_CONFIRM_SHOWS', 'lobby', { value: 'host,time', usual: 'company,host,time,place' }),
  setting('FOYER_DONE_SHOWS', 'lobby', { usual: 'host,place' }),
  setting('FOYER_ARRIVED_EN', 'lobby'),
  setting('FOYER_ARRIVED_ZH_HANT', 'lobby', { value: '請搭乘左側電梯' }),
  setting('FOYER_ARRIVED_ZH_HANS', 'lobby'),
  setting('FOYER_PRINTER', 'printers', { value: 'brotherql+tcp://10.0.0.20:9100 escpos+tcp://10.0.0.21:9100' }),
  setting('FOYER_PRINT_WITHIN', 'printers', {
    control: { kind: 'number', least: 10, most: 600 },
    usual: '120',
    next: { isSet: true, value: '90' },
  }),
  setting('FOYER_DESK', 'screens', { control: { kind: 'yesNo' }, usual: '0', value: '1' }),
  setting('FOYER_WEBHOOK_SECRET', 'records', { isSecret: true, isSet: false }),
  setting('FOYER_KIOSK', 'kiosk', { value: 'Lobby 1' }),
];

/** The page of the kiosk, for staff. @type {KioskPage} */
export const kioskPage = {
  ...{ kind: 'kiosk', isOutOfOrder: false, health, busy: [] },
  administration: { state: 'closed', exists: true, pin: 'asking' },
};

/** Everything that may be wrong with it, and nobody an administrator. @type {KioskPage} */
export const kioskWrong = {
  ...{ kind: 'kiosk', isOutOfOrder: true, busy: [] },
  health: {
    ...health,
    server: { signedOut: true, findings: [] },
    journal: { bytes: 4_210_688, chain: { events: 8_214, brokenAt: 17 } },
    camera: 'lost',
    settingsNotes: [{ kind: 'previousUsed' }, { kind: 'leftOut', name: 'FOYER_TOKEN', why: 'unopened' }],
  },
  administration: { state: 'closed', exists: false, pin: 'asking' },
};

/** The same for an administrator. @type {KioskPage} */
export const kioskAdmin = {
  ...kioskPage,
  administration: {
    ...{ state: 'open', name: 'Clara Mendes', settings },
    people: [
      { name: 'Clara Mendes', isAdmin: true },
      { name: '林怡君', isAdmin: false },
    ],
  },
};

/** An administrator who looked at the badge. @type {KioskPage} */
export const kioskBadge = { ...kioskAdmin, told: { of: 'previewBadge', number: 1, picture: badgePicture() } };

/** The same where the site's own badge cannot be drawn. @type {KioskPage} */
export const kioskNoBadge = { ...kioskAdmin, told: { of: 'previewBadge', number: 1, failure: 'printer.badge' } };
