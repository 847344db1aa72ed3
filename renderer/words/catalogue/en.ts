import type { SettingWords } from './words.ts';

/** Every setting in English. */
export const en = {
  FOYER_SERVER: {
    name: 'Address of Bookings ONE',
    more: 'The https address, such as https://bookings.example.org. Another address needs its token with it.',
  },
  FOYER_TOKEN: { name: 'Token', more: 'What Bookings ONE gave you for this kiosk. It is kept sealed, and never shown again.' },
  FOYER_AUTH: {
    name: 'How the token is sent',
    more: 'The connection report tells which one works.',
    values: { raw: 'As it is', basic: 'As user name (Basic)', bearer: 'As bearer token' },
  },
  FOYER_OPENAPI: { name: 'OpenAPI file', more: 'The vendor’s description of your server: paths and names are taken from it.' },
  FOYER_PATHS: { name: 'File of paths', more: 'Your own paths of single operations (JSON), over all others.' },
  FOYER_CA: { name: 'Own certificates', more: 'A PEM file of authorities that are trusted besides the well-known ones.' },
  FOYER_PROXY: { name: 'Proxy', more: 'The proxy on the way to the server, such as http://proxy.example.org:3128.' },
  FOYER_CALLBACK: {
    name: 'Address for calls',
    more: 'Where the server reaches this kiosk when content changes; without it, it is asked every 5 minutes.',
  },
  FOYER_CALLBACK_LISTEN: {
    name: 'Where calls arrive',
    more: 'Address and port on this machine, where a proxy passes the calls on.',
  },
  FOYER_BUILDING: {
    name: 'Building',
    more: 'The id of the building that this kiosk stands in. Visitors of others are sent there.',
  },
  FOYER_RESOURCE: { name: 'Idle screen', more: 'The id of the resource whose pictures and texts are shown while nobody is there.' },
  FOYER_SERVICES: { name: 'Services', more: 'Up to 6 ids of what a visitor may ask reception for, with commas between.' },
  FOYER_DOOR_CODE: {
    name: 'Code of the room’s door',
    more: 'Where a visitor is told it after the check-in. It is kept nowhere.',
    values: { screen: 'On the screen', badge: 'On the badge', both: 'On both' },
  },
  FOYER_LANGUAGES: {
    name: 'Languages',
    more: 'What visitors choose from, in this order: en, zh-Hant, zh-Hans with commas between. The first is spoken until somebody chooses.',
  },
  FOYER_ACCENT: {
    name: 'Colour of the lobby',
    more: 'Your own colour, such as #1f5b4e. Where it could not be read it is drawn darker on the light screen, and lighter on the dark one.',
  },
  FOYER_WELCOME_EN: {
    name: 'Greeting in English',
    more: 'Your own words in the place of “Welcome”, at most 48 letters; a Chinese one counts as two.',
  },
  FOYER_WELCOME_ZH_HANT: {
    name: 'Greeting in Traditional Chinese',
    more: 'Your own words in the place of “Welcome”, at most 48 letters; a Chinese one counts as two.',
  },
  FOYER_WELCOME_ZH_HANS: {
    name: 'Greeting in Simplified Chinese',
    more: 'Your own words in the place of “Welcome”, at most 48 letters; a Chinese one counts as two.',
  },
  FOYER_ARRIVED_EN: {
    name: 'After the check-in, in English',
    more: 'A line that says how to go on, such as “Please take the lift on the left”. At most 64 letters; a Chinese one counts as two.',
  },
  FOYER_ARRIVED_ZH_HANT: {
    name: 'After the check-in, in Traditional Chinese',
    more: 'A line that says how to go on, such as “Please take the lift on the left”. At most 64 letters; a Chinese one counts as two.',
  },
  FOYER_ARRIVED_ZH_HANS: {
    name: 'After the check-in, in Simplified Chinese',
    more: 'A line that says how to go on, such as “Please take the lift on the left”. At most 64 letters; a Chinese one counts as two.',
  },
  FOYER_EARLY: {
    name: 'How early visitors may check in',
    more: 'Minutes before the visit begins, up to 1440. Before, the lobby says when to come back, and the desk can check in all the same. Not set: the whole day.',
  },
  FOYER_CONFIRM_SHOWS: {
    name: 'Shown before the check-in',
    more: 'What stands beside the visitor’s name: company, host, time, place with commas between, or none. Not set: all.',
  },
  FOYER_DONE_SHOWS: {
    name: 'Shown after the check-in',
    more: 'Whom to see and where: host, place with a comma between, or none. Not set: both.',
  },
  FOYER_PRINTER: { name: 'Printers', more: 'Addresses with spaces between: the first prints, the next ones stand in for it.' },
  FOYER_BADGE: { name: 'Badge', more: 'Your own drawing (SVG file), or the name of an included one.' },
  FOYER_LOGO: {
    name: 'Logo',
    more: 'A PNG, JPEG or SVG file. It stands on badges, and on the welcome screen where no pictures of the idle screen play.',
  },
  FOYER_SLIP: { name: 'Slip at check-out', more: 'Prints a slip with both times when a visitor leaves.' },
  FOYER_WALK_IN: { name: 'Visitors without a code', more: 'They say in the lobby who they are, and wait for the desk.' },
  FOYER_PRINT_WITHIN: { name: 'Print within', more: 'Seconds after which a badge that has not begun is not printed any more.' },
  FOYER_MODE: {
    name: 'This screen',
    more: 'What the first window shows.',
    values: { lobby: 'The lobby, for visitors', desk: 'The desk alone, for reception' },
  },
  FOYER_DESK: { name: 'Desk beside the lobby', more: 'Shows the desk in a window of its own.' },
  FOYER_CAMERA: { name: 'Camera', more: 'A part of the name of the camera that is meant, such as Logitech.' },
  FOYER_SCANNER_LAYOUT: {
    name: 'Keys of the scanner',
    more: 'How the keys of a USB scanner are read.',
    values: { auto: 'By what fits', us: 'As on a US keyboard', system: 'By the system’s layout' },
  },
  FOYER_SCANNER_PREFIX: { name: 'Before a code', more: 'What the scanner puts before each code.' },
  FOYER_SCANNER_SUFFIX: { name: 'After a code', more: 'What the scanner puts after each code, besides Enter or Tab.' },
  FOYER_ROSTER_DAYS: { name: 'Days ahead', more: 'For how many days visits are kept, to check in while the server is away.' },
  FOYER_RETENTION: { name: 'Names are kept', more: 'Hours after the end of a visit, and never less than until midnight.' },
  FOYER_WEBHOOK: { name: 'Webhook', more: 'The https address to which events are handed on.' },
  FOYER_WEBHOOK_SECRET: { name: 'Secret of the webhook', more: 'What events are signed with: 32 characters or more.' },
  FOYER_MAIL: { name: 'Mail server', more: 'How hosts are told: smtps://user:password@mail.example.org. It is kept sealed.' },
  FOYER_MAIL_FROM: { name: 'Sender', more: 'The e-mail address that hosts see.' },
  FOYER_MAIL_LANGUAGE: {
    name: 'Language of e-mails',
    more: 'What hosts are written to in.',
    values: { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' },
  },
  FOYER_KIOSK: { name: 'Name of this kiosk', more: 'With a name it is a device in Bookings ONE that can be seen to be alive.' },
} as const satisfies Readonly<Record<string, SettingWords>>;
