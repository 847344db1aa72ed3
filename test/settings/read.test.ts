import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readSettings, type Surroundings } from '../../electron/settings/read.ts';
import { faultLine, type Settings } from '../../electron/settings/settings.ts';

const surroundings: Surroundings = {
  platform: 'linux',
  home: '/home/kiosk',
  folder: '/work',
  host: 'browser',
  checkPaths: (value) =>
    typeof value === 'object' && value !== null
      ? { ok: true, value: value as Record<string, string> }
      : { ok: false, message: 'is not a JSON object' },
};
const webhook = { FOYER_WEBHOOK: 'https://events.example.org/foyer', FOYER_WEBHOOK_SECRET: '0123456789abcdef0123456789abcdef' };
const server = { FOYER_SERVER: 'https://bookings.example.org', FOYER_TOKEN: 'canary-token' };

/** The settings of these flags and variables. */
function settingsOf(argv: string[], environment: NodeJS.ProcessEnv = {}, more: Partial<Surroundings> = {}): Settings {
  const read = readSettings(argv, environment, { ...surroundings, ...more });
  if (!read.ok) throw new Error(faultLine(read.fault));
  return read.value;
}

/** The line that these flags and variables end the start with. */
function lineOf(argv: string[], environment: NodeJS.ProcessEnv = {}): string {
  const read = readSettings(argv, environment, surroundings);
  return read.ok ? 'no fault' : faultLine(read.fault);
}

describe('what is taken', () => {
  it('nothing set is a demo, with its own folder and its key in a file', () => {
    expect(settingsOf([])).toEqual({
      host: 'browser',
      port: 0,
      data: '/home/kiosk/.local/share/foyer-demo',
      demo: true,
      printers: [{ kind: 'show', name: 'show', media: { width: 576, dpi: 203 } }],
      drawing: {},
      paths: {},
      mode: 'lobby',
      desk: false,
      key: 'file',
      slip: false,
      walkIns: false,
      house: {},
      services: [],
      rosterDays: 1,
      retentionHours: 24,
      printWithinSeconds: 120,
    });
  });

  it('a server and its token are the real thing, with the key in the keyring', () => {
    expect(settingsOf([], server)).toEqual({
      ...settingsOf([]),
      data: '/home/kiosk/.local/share/foyer',
      demo: false,
      printers: [],
      key: 'keyring',
      server: { url: new URL('https://bookings.example.org'), token: 'canary-token', auth: 'raw' },
    });
  });

  it('everything that can be set arrives', () => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-paths-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'paths.json'), '\uFEFF{"building.get": "GET /b/{id}"}');
    const ca = `${rootCertificates[0]}\n`;
    writeFileSync(join(folder, 'site.pem'), ca);
    const all = {
      ...server,
      FOYER_AUTH: 'bearer',
      FOYER_BUILDING: '7',
      FOYER_PRINTER: 'escpos+tcp://10.0.0.9:9101?width=384',
      FOYER_PATHS: 'paths.json',
      FOYER_MODE: 'desk',
      FOYER_DESK: '1',
      FOYER_KEY: 'file',
      FOYER_SLIP: '1',
      FOYER_WALK_IN: '1',
      FOYER_HOST: 'electron',
      FOYER_PORT: '8080',
      FOYER_DATA: 'kept',
      FOYER_OPENAPI: 'api.yaml',
      FOYER_CA: 'site.pem',
      FOYER_PROXY: 'http://proxy.example.org:3128',
      FOYER_RESOURCE: '12',
      FOYER_KIOSK: 'Lobby North',
      FOYER_SERVICES: '3, 4,3',
      FOYER_DOOR_CODE: 'both',
      FOYER_CALLBACK: 'https://kiosk.example.org/lobby',
      FOYER_CALLBACK_LISTEN: '127.0.0.1:8765',
      ...webhook,
      FOYER_ROSTER_DAYS: '14',
      FOYER_RETENTION: '48',
      FOYER_BADGE: 'own.svg',
      FOYER_LOGO: 'logo.png',
      FOYER_PRINT_WITHIN: '30',
      FOYER_LANGUAGES: 'zh-Hant,en',
    };
    expect(settingsOf([], all, { folder })).toEqual({
      host: 'electron',
      port: 8080,
      data: join(folder, 'kept'),
      demo: false,
      house: { languages: ['zh-Hant', 'en'] },
      server: { url: new URL(server.FOYER_SERVER), token: 'canary-token', auth: 'bearer' },
      building: '7',
      printers: [
        {
          kind: 'bytes',
          name: '10.0.0.9:9101',
          language: 'escpos',
          way: { kind: 'tcp', host: '10.0.0.9', port: 9101 },
          media: { width: 384, dpi: 203 },
          answers: true,
        },
      ],
      drawing: { template: join(folder, 'own.svg'), logo: join(folder, 'logo.png') },
      paths: { 'building.get': 'GET /b/{id}' },
      mode: 'desk',
      desk: true,
      key: 'file',
      slip: true,
      walkIns: true,
      openapi: join(folder, 'api.yaml'),
      ca,
      proxy: new URL('http://proxy.example.org:3128'),
      resource: '12',
      kiosk: 'Lobby North',
      services: ['3', '4'],
      doorCode: 'both',
      callback: { url: new URL('https://kiosk.example.org/lobby'), host: '127.0.0.1', port: 8765 },
      webhook: { url: new URL(webhook.FOYER_WEBHOOK), secret: webhook.FOYER_WEBHOOK_SECRET },
      rosterDays: 14,
      retentionHours: 48,
      printWithinSeconds: 30,
    });
  });

  it('flags win over variables, in both spellings', () => {
    const environment = { FOYER_HOST: 'browser', FOYER_PORT: '1', FOYER_DATA: '/variable' };
    const flags = ['--host', 'electron', '--port=8123', '--data', '/flag'];
    expect(settingsOf(flags, environment)).toMatchObject({ host: 'electron', port: 8123, data: '/flag' });
  });

  it('--demo wins over a server, whatever is wrong with it', () => {
    expect(settingsOf(['--demo'], { FOYER_SERVER: 'nonsense' })).toMatchObject({ demo: true, key: 'file' });
    expect(settingsOf([], { ...server, FOYER_DEMO: '1' }).server).toBeUndefined();
    expect(settingsOf([], { ...server, FOYER_DEMO: '0' }).demo).toBe(false);
  });

  it('the demo has a resource and a printer of its own', () => {
    const environment = { FOYER_CALLBACK: 'http://10.0.0.9:8765', FOYER_DOOR_CODE: 'badge' };
    expect(settingsOf([], environment)).toMatchObject({ demo: true, doorCode: 'badge', callback: { port: 8765 } });
  });

  it('an empty variable counts as not set, and spaces around a value do not count', () => {
    expect(settingsOf([], { FOYER_SERVER: '', FOYER_TOKEN: '  ', FOYER_WEBHOOK: '', FOYER_PORT: ' 8080 ' })).toMatchObject({
      demo: true,
      port: 8080,
    });
  });

  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ['linux', { XDG_DATA_HOME: '/xdg' }, '/xdg/foyer'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/kiosk/.local/share/foyer'],
    ['darwin', {}, '/home/kiosk/Library/Application Support/Foyer'],
    ['win32', { APPDATA: 'C:\\Users\\kiosk\\AppData\\Roaming' }, 'C:\\Users\\kiosk\\AppData\\Roaming\\Foyer'],
  ])('the usual folder on %s with %j is %s', (platform, environment, expected) => {
    expect(settingsOf([], { ...server, ...environment }, { platform }).data).toBe(expected);
    expect(settingsOf([], environment, { platform }).data).toBe(
      expected.replace(/Foyer$/, 'Foyer Demo').replace(/foyer$/, 'foyer-demo'),
    );
  });

  it.each(['http://127.0.0.1:8080', 'http://localhost', 'http://[::1]:1', 'http://127.9.9.9', 'https://10.0.0.1/bookings/'])(
    'the server %s is taken',
    (FOYER_SERVER) => {
      expect(settingsOf([], { ...server, FOYER_SERVER }).server?.url.href).toBe(new URL(FOYER_SERVER).href);
    },
  );
});

describe('what stops the start', () => {
  it.each<[string[], RegExp]>([
    [['--prot', '80'], /^foyer: --prot: is not a flag of Foyer/],
    [['-x'], /^foyer: -x: is not a flag/],
    [['demo'], /^foyer: arguments: takes flags only/],
    [['--port'], /^foyer: --port: needs a value/],
    [['--port', '--demo'], /^foyer: --port: needs a value/],
    [['--data='], /^foyer: --data: needs a value/],
    [['--demo=yes'], /^foyer: --demo: takes no value/],
    [['--port', '1', '--port', '2'], /^foyer: --port: is given twice/],
    [['--port', '65536'], /^foyer: --port: must be a number from 0 to 65535/],
    [['--port', '80.5'], /^foyer: --port: must be/],
    [['--port', '0x50'], /^foyer: --port: must be/],
    [['--port=-1'], /^foyer: --port: must be/],
    [['--host', 'firefox'], /^foyer: --host: must be electron or browser/],
    [['--constructor', 'x'], /^foyer: --constructor: is not a flag/],
    [['--no-demo'], /^foyer: --no-demo: is not a flag/],
  ])('the flags %j', (argv, line) => {
    expect(lineOf(argv)).toMatch(line);
  });

  it.each<[NodeJS.ProcessEnv, RegExp]>([
    [{ FOYER_SERVER: server.FOYER_SERVER }, /^foyer: FOYER_TOKEN: must be set/],
    [{ FOYER_TOKEN: 'canary-token' }, /^foyer: FOYER_SERVER: must be set/],
    [{ ...server, FOYER_SERVER: 'bookings.example.org' }, /^foyer: FOYER_SERVER: must be an address/],
    [{ ...server, FOYER_SERVER: 'ftp://bookings.example.org' }, /^foyer: FOYER_SERVER: must begin with https/],
    [{ ...server, FOYER_SERVER: 'http://bookings.example.org' }, /^foyer: FOYER_SERVER: must begin with https.*this machine/],
    [{ ...server, FOYER_SERVER: 'http://127.0.0.1.example.org' }, /^foyer: FOYER_SERVER: must begin with https/],
    [{ ...server, FOYER_SERVER: 'https://user:canary-password@host' }, /^foyer: FOYER_SERVER: must not hold a user name/],
    [{ ...server, FOYER_SERVER: 'https://host/?token=canary-token' }, /^foyer: FOYER_SERVER: must end before/],
    [{ ...server, FOYER_SERVER: 'https://host/#' }, /^foyer: FOYER_SERVER: must end before/],
    [{ ...server, FOYER_TOKEN: 'canary\nX-Other: 1' }, /^foyer: FOYER_TOKEN: must be one line/],
    [{ ...server, FOYER_TOKEN: 'canary-ž' }, /^foyer: FOYER_TOKEN: must be one line/],
    [{ ...server, FOYER_AUTH: 'digest' }, /^foyer: FOYER_AUTH: must be raw, basic, bearer/],
    [{ FOYER_BUILDING: '../7' }, /^foyer: FOYER_BUILDING: must be the id/],
    [{ FOYER_MODE: 'kitchen' }, /^foyer: FOYER_MODE: must be lobby or desk/],
    [{ FOYER_KEY: 'pocket' }, /^foyer: FOYER_KEY: must be keyring or file/],
    [{ FOYER_SLIP: 'yes' }, /^foyer: FOYER_SLIP: must be 1 or 0/],
    [{ FOYER_DEMO: 'true' }, /^foyer: FOYER_DEMO: must be 1 or 0/],
    [{ FOYER_HOST: 'chrome' }, /^foyer: FOYER_HOST: must be/],
    [{ FOYER_PORT: 'http' }, /^foyer: FOYER_PORT: must be/],
    [{ FOYER_WEBHOOK: 'https://canary.example' }, /^foyer: FOYER_WEBHOOK_SECRET: must be set/],
    [{ FOYER_WEBHOOK_SECRET: 'canary' }, /^foyer: FOYER_WEBHOOK: must be set/],
    [{ ...webhook, FOYER_WEBHOOK: 'http://canary.example' }, /^foyer: FOYER_WEBHOOK: must begin with https/],
    [{ ...webhook, FOYER_WEBHOOK: 'https://u:canary@host.example' }, /^foyer: FOYER_WEBHOOK: must not hold a user name/],
    [{ ...webhook, FOYER_WEBHOOK: 'canary' }, /^foyer: FOYER_WEBHOOK: must be an address/],
    [{ ...webhook, FOYER_WEBHOOK_SECRET: 'canary-that-is-short' }, /^foyer: FOYER_WEBHOOK_SECRET: must be 32 to 256/],
    [
      { ...webhook, FOYER_WEBHOOK_SECRET: `whsec_${'canary-_'.repeat(5)}` },
      /^foyer: FOYER_WEBHOOK_SECRET: must be whsec_ and then base64/,
    ],
    [
      { ...webhook, FOYER_WEBHOOK_SECRET: `whsec_${'canary'.repeat(5)}` },
      /^foyer: FOYER_WEBHOOK_SECRET: must be whsec_ and then base64/,
    ],
    [{ ...webhook, FOYER_WEBHOOK_SECRET: `whsec_${'canary12'.repeat(3)}` }, /^foyer: FOYER_WEBHOOK_SECRET: must be (32|whsec_)/],
    [
      { ...webhook, FOYER_WEBHOOK_SECRET: `whsec_${'canary12'.repeat(3)}abcd` },
      /^foyer: FOYER_WEBHOOK_SECRET: must be whsec_ and then base64/,
    ],
    [{ FOYER_ROSTER_DAYS: '15' }, /^foyer: FOYER_ROSTER_DAYS: must be a whole number from 1 to 14/],
    [{ FOYER_PRINT_WITHIN: '9' }, /^foyer: FOYER_PRINT_WITHIN: must be a whole number from 10 to 600/],
    [{ FOYER_RETENTION: '0' }, /^foyer: FOYER_RETENTION: must be a whole number from 1 to 8784/],
    [{ FOYER_CALLBACK: 'https://canary' }, /^foyer: FOYER_CALLBACK_LISTEN: must be set/],
    [{ ...server, FOYER_CALLBACK: 'http://10.0.0.9:8765' }, /^foyer: FOYER_CALLBACK: needs FOYER_RESOURCE/],
    [{ ...server, FOYER_DOOR_CODE: 'badge' }, /^foyer: FOYER_DOOR_CODE: badge needs FOYER_PRINTER/],
    [{ FOYER_SERVR: 'https://canary' }, /^foyer: FOYER_SERVR: is not a setting of Foyer/],
  ])('the variables %j, in one line that names the variable and repeats no value', (environment, line) => {
    const said = lineOf([], environment);
    expect(said).toMatch(line);
    expect(said).not.toMatch(/canary|\n/);
  });

  it('DAT-4 a token is not taken from the command line, where every account of the machine can read it', () => {
    for (const argv of [['--token', 'canary'], ['--token=canary'], ['canary'], ['--demo', 'canary'], ['--canary canary']]) {
      expect(lineOf(argv), argv.join(' ')).toMatch(/^foyer: (--token|arguments|--canary…): /);
      expect(lineOf(argv).replace('--canary…', '')).not.toContain('canary');
    }
  });
});

describe('the paths file', () => {
  function pathsLine(content: string | Buffer | undefined): string {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-paths-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'paths.json');
    if (content !== undefined) writeFileSync(file, content);
    return lineOf([], { FOYER_PATHS: file });
  }

  it.each<[string, string | Buffer | undefined, RegExp]>([
    ['missing', undefined, /a file that cannot be read/],
    ['empty', '', /not JSON/],
    ['not JSON', '{"a": ', /not JSON/],
    ['too big', Buffer.alloc(256 * 1024 + 1, 0x20), /too big/],
    ['not what the operations want', '42', /the file is not a JSON object/],
    ['just right', `{"a":"b"}${' '.repeat(256 * 1024 - 9)}`, /^no fault$/],
  ])('%s', (_, content, line) => {
    expect(pathsLine(content)).toMatch(line);
  });

  it('a folder, and a device without an end, are refused', () => {
    expect(lineOf([], { FOYER_PATHS: tmpdir() })).toMatch(/FOYER_PATHS: names a file that cannot be read/);
    if (process.platform !== 'win32') expect(lineOf([], { FOYER_PATHS: '/dev/zero' })).toMatch(/too big/);
  });
});

it('a fault is one line whatever is in it', () => {
  const line = faultLine({ name: 'FOYER_PATHS', message: `a\r\nb\u2028c\u001b[31m${'x'.repeat(1000)}` });
  expect(line).toMatch(/^foyer: FOYER_PATHS: a b c \[31mx+$/);
  expect(line.length).toBeLessThanOrEqual(500);
});
