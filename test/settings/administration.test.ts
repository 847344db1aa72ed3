import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { administer, machine, otherToken, server, settingsFrom, setUp, shownOf, startWith, token } from './kept.ts';

const other = 'https://other.example.org';
const secret = 'canary-secret-0123456789abcdef-0123';
const webhook = 'https://events.example.org/foyer?key=canary-key';

describe('what an administrator sees', () => {
  it('is what Foyer runs with, what the next start takes, and of a secret only whether there is one', () => {
    const given = setUp();
    const port = administer(given);
    expect(shownOf(port, 'FOYER_SERVER')).toEqual({
      name: 'FOYER_SERVER',
      group: 'connection',
      control: { kind: 'text' },
      isGiven: false,
      isSecret: false,
      isSet: true,
      value: server,
    });
    expect(shownOf(port, 'FOYER_TOKEN')).toMatchObject({ isSecret: true, isSet: true });
    expect(port.change({ FOYER_BUILDING: '9', FOYER_SLIP: '1', FOYER_TOKEN: otherToken })).toEqual({ ok: true });
    expect(shownOf(port, 'FOYER_BUILDING')).toMatchObject({ value: '7', next: { isSet: true, value: '9' } });
    expect(shownOf(port, 'FOYER_SLIP')).toMatchObject({ isSet: false, usual: '0', next: { isSet: true, value: '1' } });
    expect(shownOf(port, 'FOYER_TOKEN')?.next).toEqual({ isSet: true });
    expect(shownOf(port, 'FOYER_SERVER')?.next).toBeUndefined();
    expect(port.change({ FOYER_BUILDING: '7', FOYER_SLIP: null })).toEqual({ ok: true });
    expect(shownOf(port, 'FOYER_BUILDING')?.next).toBeUndefined();
    expect(settingsFrom(given)).toMatchObject({ building: '7', slip: false, server: { token: otherToken } });
    expect(JSON.stringify(port.settings())).not.toContain('canary');
  });

  it('of an address that holds a password nothing is shown; of one that does not, all', () => {
    const given = setUp();
    const port = administer(given);
    const changes = {
      FOYER_PROXY: 'http://kiosk:canary-pass@proxy.example:3128',
      FOYER_WEBHOOK: webhook,
      FOYER_WEBHOOK_SECRET: secret,
    };
    expect(port.change(changes)).toEqual({ ok: true });
    const next = administer(given);
    for (const name of Object.keys(changes)) expect(shownOf(next, name)).toMatchObject({ isSecret: true, isSet: true });
    expect(JSON.stringify([next.settings(), next.export()])).not.toContain('canary');
    expect(readFileSync(join(given.data, 'settings.json'), 'utf8')).not.toContain('canary');
    expect(settingsFrom(given)).toMatchObject({ webhook: { url: new URL(webhook), secret }, proxy: { password: 'canary-pass' } });
    next.change({ FOYER_PROXY: 'http://proxy.example:3128' });
    expect(shownOf(administer(given), 'FOYER_PROXY')).toMatchObject({ isSecret: false, value: 'http://proxy.example:3128' });
  });

  it('what is given by environment is said to be, and wins', () => {
    const given = setUp();
    const port = administer({ ...given, environment: { ...given.environment, FOYER_BUILDING: '12' } });
    expect(shownOf(port, 'FOYER_BUILDING')).toMatchObject({ isGiven: true, value: '12' });
    expect(port.change({ FOYER_BUILDING: '8' })).toMatchObject({ ok: false, fault: { name: 'FOYER_BUILDING' } });
  });

  it('what a start could not use is said', () => {
    const given = setUp();
    writeFileSync(join(given.data, 'settings.json'), 'x');
    const port = administer(given);
    expect(port.notes()).toEqual([{ kind: 'lost' }]);
    // Nor does what stands in its place look like something that somebody set.
    for (const name of ['FOYER_SERVER', 'FOYER_TOKEN']) expect(shownOf(port, name)).toMatchObject({ isSet: false });
  });
});

describe('a change', () => {
  it.each([
    [{ FOYER_BUILDING: '../1' }, 'FOYER_BUILDING', /id of a building/],
    [{ FOYER_PRINTER: 'ipp://u:canary@x/' }, 'FOYER_PRINTER', /must be/],
    [{ FOYER_SLIP: '1', FOYER_RETENTION: '0' }, 'FOYER_RETENTION', /from 1/],
    [{ FOYER_CA: '/nowhere.pem' }, 'FOYER_CA', /cannot be read/],
    [{ FOYER_CA: 'here.pem' }, 'FOYER_CA', /whole path/],
    [{ FOYER_BADGE: 'badge.svg' }, 'FOYER_BADGE', /whole path/],
    [{ FOYER_DATA: '/tmp' }, 'FOYER_DATA', /not a setting that Foyer keeps/],
    [{ FOYER_DEMO: '1' }, 'FOYER_DEMO', /not a setting that Foyer keeps/],
    [{ 'canary token': 'x' }, 'settings', /not a setting/],
    [{ FOYER_TOKEN: null }, 'FOYER_TOKEN', /must be set/],
    [{ FOYER_TOKEN: 'new\nline' }, 'FOYER_TOKEN', /one line/],
    [{ FOYER_TOKEN: 'x'.repeat(9_000) }, 'FOYER_TOKEN', /too long/],
    [{ FOYER_SERVER: other }, 'FOYER_TOKEN', /must be set anew: the server is another one/],
    [{ FOYER_SERVER: null, FOYER_TOKEN: null }, 'FOYER_SERVER', /would be the demo/],
    [{ FOYER_WEBHOOK: 'https://events.example.org' }, 'FOYER_WEBHOOK_SECRET', /must be set/],
    [{ FOYER_CALLBACK: 'http://10.0.0.2:8765' }, 'FOYER_CALLBACK', /needs FOYER_RESOURCE/],
  ])('%j is refused under its name, and nothing is changed', (changes, name, message) => {
    const given = setUp();
    const before = readFileSync(join(given.data, 'settings.json'));
    const port = administer(given);
    const changed = port.change(changes);
    expect(changed).toMatchObject({ ok: false, fault: { name, message: expect.stringMatching(message) } });
    expect(JSON.stringify(changed)).not.toContain('canary');
    expect(readFileSync(join(given.data, 'settings.json'))).toEqual(before);
    expect(port.logged).toEqual([]);
  });

  it('to another server takes a token with it; the old one is not sent there', () => {
    const given = setUp();
    expect(administer(given).change({ FOYER_SERVER: other, FOYER_TOKEN: otherToken })).toEqual({ ok: true });
    expect(settingsFrom(given).server).toMatchObject({ url: new URL(other), token: otherToken });
  });

  it('is an event of names, never of values', () => {
    const port = administer(setUp());
    port.change({ FOYER_TOKEN: otherToken, FOYER_BUILDING: '9', FOYER_SLIP: null });
    expect(port.logged).toEqual([{ event: 'settingsChanged', how: 'desk', names: ['FOYER_TOKEN', 'FOYER_BUILDING'] }]);
  });

  it('that changes nothing writes nothing', () => {
    const given = setUp();
    const port = administer(given);
    expect(port.change({ FOYER_BUILDING: ' 7 ', FOYER_SLIP: '' })).toEqual({ ok: true });
    expect([port.logged, readdirSync(given.data).includes('settings.previous.json')]).toEqual([[], false]);
  });

  it('DUR-5 that the disk does not take is said, and what was kept holds', () => {
    const given = setUp();
    mkdirSync(join(given.data, 'settings.json.new'));
    expect(administer(given).change({ FOYER_BUILDING: '9' })).toMatchObject({ ok: false, fault: { name: 'FOYER_DATA' } });
    expect(settingsFrom(given)).toMatchObject({ building: '7', server: { token } });
  });

  it('a secret that cannot be opened any more has to be set anew with it', () => {
    const given = setUp();
    writeFileSync(join(given.data, 'key'), readFileSync(join(setUp().data, 'key')));
    const port = administer(given);
    expect(port.change({ FOYER_BUILDING: '9' })).toMatchObject({ ok: false, fault: { name: 'FOYER_TOKEN' } });
    expect(port.change({ FOYER_BUILDING: '9', FOYER_TOKEN: otherToken })).toEqual({ ok: true });
    expect(settingsFrom(given)).toMatchObject({ building: '9', server: { token: otherToken } });
  });

  it('asks the host to start anew, where it can', () => {
    let asked = 0;
    const restart = () => {
      asked += 1;
    };
    expect([administer(setUp(), { restart }).restart(), asked, administer(setUp()).restart()]).toEqual([true, 1, false]);
  });
});

describe('a demo that is made the real thing', () => {
  const demo = (environment: NodeJS.ProcessEnv = {}) => {
    const given = machine();
    const { FOYER_DATA: _, ...others } = given.environment;
    return { ...given, environment: { ...others, ...environment } };
  };
  const changes = { FOYER_SERVER: server, FOYER_TOKEN: token };
  const homeOf = ({ surroundings }: ReturnType<typeof demo>) => join(surroundings.home, '.local/share/foyer');

  it('keeps its settings in the folder of that, and takes the people with a PIN along', () => {
    const given = demo();
    mkdirSync(`${homeOf(given)}-demo`, { recursive: true });
    writeFileSync(join(`${homeOf(given)}-demo`, 'staff.json'), '{"people":[]}');
    const port = administer(given);
    expect(port.change(changes)).toEqual({ ok: true });
    expect(readdirSync(`${homeOf(given)}-demo`)).toEqual(['staff.json']);
    expect(readFileSync(join(homeOf(given), 'staff.json'), 'utf8')).toBe('{"people":[]}');
    expect(settingsFrom(given)).toMatchObject({ demo: false, data: homeOf(given), server: { token } });
    expect(shownOf(port, 'FOYER_SERVER')).toMatchObject({ isSet: false, next: { value: server } });
  });

  it('is refused where the next start would find no keyring, and nothing is kept', () => {
    const { FOYER_KEY: _, ...environment } = demo().environment;
    const given = { ...demo(), environment };
    expect(administer(given).change(changes)).toMatchObject({ ok: false, fault: { name: 'FOYER_KEY' } });
    expect(existsSync(join(homeOf(given), 'settings.json'))).toBe(false);
    expect(startWith(given)).toMatchObject({ settings: { demo: true } });
  });

  it('is still the demo where that is asked for, with settings of its own', () => {
    const given = demo();
    administer(given).change(changes);
    const asked = { ...given, environment: { ...given.environment, FOYER_DEMO: '1' } };
    expect(settingsFrom(asked)).toMatchObject({ demo: true, data: `${homeOf(given)}-demo` });
    mkdirSync(`${homeOf(given)}-demo`, { recursive: true });
    expect(administer(asked).change({ FOYER_SLIP: '1' })).toEqual({ ok: true });
    expect([settingsFrom(asked).slip, settingsFrom(given).slip]).toEqual([true, false]);
  });
});

describe('a keyring', () => {
  const keyring = {
    available: () => true,
    backend: () => 'gnome_libsecret',
    encrypt: (text: string) => Buffer.from(Buffer.from(text).map((byte) => byte ^ 0x55)),
    decrypt: (sealed: Buffer) => Buffer.from(sealed.map((byte) => byte ^ 0x55)).toString(),
  };

  it('opens what was sealed with it; without it the kiosk starts without the token', () => {
    const given = machine({ FOYER_KEY: 'keyring' });
    expect(administer(given, { keyring }).change({ FOYER_SERVER: server, FOYER_TOKEN: token })).toEqual({ ok: true });
    expect(settingsFrom(given, keyring).server?.token).toBe(token);
    expect(settingsFrom(given).server?.token).toBe('not-known');
  });
});

describe('settings in a file', () => {
  it('leave one kiosk without secrets and come into another with its own', () => {
    const given = setUp();
    administer(given).change({ FOYER_SLIP: '1' });
    const text = administer(given).export();
    expect(JSON.parse(text)).toEqual({ FOYER_BUILDING: '7', FOYER_SERVER: server, FOYER_SLIP: '1' });
    const another = machine();
    const port = administer(another);
    expect(port.import(text)).toMatchObject({ ok: false, fault: { name: 'FOYER_TOKEN' } });
    expect(port.import(text, { FOYER_TOKEN: otherToken })).toEqual({ ok: true });
    expect(port.logged).toMatchObject([{ event: 'settingsChanged', how: 'import' }]);
    expect(settingsFrom(another)).toMatchObject({ building: '7', slip: true, server: { url: new URL(server), token: otherToken } });
  });

  it.each([
    ['', 'settings'],
    ['[]', 'settings'],
    ['{"FOYER_SLIP": "1"', 'settings'],
    [JSON.stringify({ FOYER_KIOSK: 'x'.repeat(70_000) }), 'settings'],
    ['{"FOYER_SLIP": 1}', 'FOYER_SLIP'],
    ['{"FOYER_OLD": "1"}', 'FOYER_OLD'],
    ['{"sealed": {}}', 'sealed'],
    ['{"__proto__": {}}', '__proto__'],
    ['{"FOYER_DATA": "/"}', 'FOYER_DATA'],
    ['{"FOYER_TOKEN": "canary"}', 'FOYER_TOKEN'],
    ['{"FOYER_PROXY": "http://a:canary@b"}', 'FOYER_PROXY'],
    ['{"FOYER_WEBHOOK": "https://a.example/?canary"}', 'FOYER_WEBHOOK'],
    ['{"FOYER_SLIP": "yes"}', 'FOYER_SLIP'],
    [JSON.stringify({ FOYER_SERVER: other }), 'FOYER_TOKEN'],
  ])('%s is refused as %s', (text, name) => {
    const given = setUp();
    const before = readFileSync(join(given.data, 'settings.json'));
    const imported = administer(given).import(text);
    expect(imported).toMatchObject({ ok: false, fault: { name } });
    expect(JSON.stringify(imported)).not.toContain('canary');
    expect(readFileSync(join(given.data, 'settings.json'))).toEqual(before);
  });
});

it('tells of a colour that cannot be read what is drawn in its place, from when it is saved', () => {
  const port = administer(machine({}));
  expect(port.change({ FOYER_ACCENT: '#ffd400' })).toEqual({ ok: true });
  expect(shownOf(port, 'FOYER_ACCENT')).toMatchObject({
    next: { value: '#ffd400' },
    drawnAs: expect.stringMatching(/^#[\da-f]{6}$/),
  });
  expect(port.change({ FOYER_ACCENT: '#1f5b4e' })).toEqual({ ok: true });
  expect(shownOf(port, 'FOYER_ACCENT')).not.toHaveProperty('drawnAs');
});

it('a colour that was written by hand and is none is shown as it stands, for somebody to mend', () => {
  const { data, ...given } = setUp();
  const port = administer(given);
  for (const value of ['banana', '#12', 'red']) {
    writeFileSync(join(data, 'settings.json'), JSON.stringify({ FOYER_ACCENT: value }));
    expect(shownOf(port, 'FOYER_ACCENT')).toMatchObject({ next: { isSet: true, value } });
    expect(shownOf(port, 'FOYER_ACCENT')).not.toHaveProperty('drawnAs');
  }
});
