import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readStored } from '../../electron/settings/stored.ts';
import { administer, machine, server, settingsFrom, setUp, startWith, token } from './kept.ts';
import { mountSmallDisk } from './small-disk.ts';

const fileOf = ({ data }: { data: string }) => join(data, 'settings.json');
const previousOf = ({ data }: { data: string }) => join(data, 'settings.previous.json');
const lost = 'https://settings-lost.invalid/';

/** The server that a start would call; `demo` for none; else the line that it ends with. */
function serverOf(given: Parameters<typeof startWith>[0]): string | undefined {
  const started = startWith(given);
  if (typeof started === 'string') return started;
  return started.settings.demo ? 'demo' : started.settings.server?.url.href;
}
function notesOf(given: Parameters<typeof startWith>[0]) {
  const started = startWith(given);
  return typeof started === 'string' ? started : started.notes;
}

describe('settings that Foyer keeps', () => {
  it('are what the next start takes, with the token', () => {
    const given = setUp();
    expect(settingsFrom(given)).toMatchObject({ demo: false, building: '7', server: { url: new URL(server), token } });
    expect(notesOf(given)).toEqual([]);
  });

  it('give way to what is given by environment, each by itself', () => {
    const given = setUp();
    const environment = { ...given.environment, FOYER_BUILDING: '12' };
    expect(settingsFrom({ ...given, environment })).toMatchObject({ building: '12', server: { token } });
  });

  it('a token that is kept goes to no server that is given, nor one that is given to a server that is kept', () => {
    const given = setUp();
    for (const [name, value] of Object.entries({ FOYER_SERVER: 'https://other.example.org', FOYER_TOKEN: 'other' })) {
      expect(startWith({ ...given, environment: { ...given.environment, [name]: value } })).toMatch(
        /^foyer: FOYER_(TOKEN|SERVER): must be set/,
      );
    }
  });

  it('DAT-4 are in a file for this account alone, in which no secret can be read', () => {
    const given = setUp();
    expect(statSync(fileOf(given)).mode & 0o777).toBe(0o600);
    const text = readFileSync(fileOf(given), 'utf8');
    for (const canary of [token, Buffer.from(token).toString('base64').slice(0, 16), Buffer.from(token).toString('hex')])
      expect(text).not.toContain(canary);
    expect(JSON.parse(text)).toEqual({
      FOYER_BUILDING: '7',
      FOYER_SERVER: server,
      sealed: { FOYER_TOKEN: expect.stringMatching(/^1:/) },
    });
  });

  it('are nothing where nobody has set any: a wrong environment still ends the start, an empty one is the demo', () => {
    const given = machine();
    expect(serverOf(given)).toBe('demo');
    expect(readdirSync(given.data)).toEqual([]);
    expect(startWith(machine({ FOYER_SERVER: server }))).toMatch(/^foyer: FOYER_TOKEN: must be set/);
  });
});

describe('DUR-10 settings that cannot be read', () => {
  it('DUR-10 cut at each byte, a file is as good as none: the one before is taken, and it is said', () => {
    const given = setUp();
    expect(administer(given).change({ FOYER_BUILDING: '8' })).toEqual({ ok: true });
    const whole = readFileSync(fileOf(given));
    for (let length = 0; length < whole.length - 1; length += 1) {
      truncateSync(fileOf(given), length);
      expect(settingsFrom(given), `${length}`).toMatchObject({ building: '7', server: { token } });
      expect(notesOf(given)).toEqual([{ kind: 'previousUsed' }]);
      writeFileSync(fileOf(given), whole);
    }
    expect(settingsFrom(given)).toMatchObject({ building: '8' });
  });

  it('DUR-10 with none before, a start knows no server, and is no demo', () => {
    const given = setUp();
    const whole = readFileSync(fileOf(given));
    for (let length = 0; length < whole.length - 1; length += 1) {
      truncateSync(fileOf(given), length);
      expect(serverOf(given), `${length}`).toBe(lost);
      expect(notesOf(given)).toEqual([{ kind: 'lost' }]);
      writeFileSync(fileOf(given), whole);
    }
  });

  it.each(['', 'null', '[]', '"x"', '7', '{"FOYER_SERVER"', '\0\0\0\0', '\ufeff', 'x'.repeat(300_000)])(
    'DUR-10 garbage (%#) in both files is no demo, and neither is deleted when settings are set anew',
    (garbage) => {
      const given = setUp();
      writeFileSync(fileOf(given), garbage);
      writeFileSync(previousOf(given), `${garbage}-`.slice(0, garbage.length));
      expect(serverOf(given)).toBe(lost);
      expect(administer(given).change({ FOYER_SERVER: server, FOYER_TOKEN: token })).toEqual({ ok: true });
      expect(serverOf(given)).toBe(`${server}/`);
      expect(notesOf(given)).toEqual([]);
      expect(readFileSync(`${fileOf(given)}.damaged-1`, 'utf8')).toBe(garbage);
      expect(existsSync(`${previousOf(given)}.damaged-1`)).toBe(true);
    },
  );

  it('DUR-10 a power cut at any step of writing leaves what was there, or what is new', () => {
    const given = setUp();
    // Cut while the new file was written beside it.
    writeFileSync(`${fileOf(given)}.new`, '{"FOYER_SER');
    expect(settingsFrom(given)).toMatchObject({ building: '7' });
    // Cut after a damaged one was moved aside, before the new one had its place.
    rmSync(fileOf(given));
    writeFileSync(`${fileOf(given)}.damaged-1`, 'x');
    expect(serverOf(given)).toBe(lost);
    expect(administer(given).change({ FOYER_SERVER: server, FOYER_TOKEN: token })).toEqual({ ok: true });
    expect(notesOf(given)).toEqual([]);
  });

  it('DUR-10 a file that somebody removed is as good as one that was lost: the one before is taken', () => {
    const given = setUp();
    administer(given).change({ FOYER_BUILDING: '8' });
    rmSync(fileOf(given));
    expect(settingsFrom(given)).toMatchObject({ building: '7' });
    expect(notesOf(given)).toEqual([{ kind: 'previousUsed' }]);
  });

  it.each([
    ['a name that nobody knows', { FOYER_NEWER: 'x' }, [{ kind: 'leftOut', name: 'FOYER_NEWER', why: 'unknown' }]],
    ['a name that is anything', { 'canary-token 1': 'x' }, [{ kind: 'leftOut', name: '?', why: 'unknown' }]],
    ['what is not kept', { FOYER_KEY: 'file' }, [{ kind: 'leftOut', name: 'FOYER_KEY', why: 'unknown' }]],
    ['a wrong type', { FOYER_SLIP: true }, [{ kind: 'leftOut', name: 'FOYER_SLIP', why: 'unfit' }]],
    ['a file that is gone', { FOYER_CA: '/nowhere/ca.pem' }, [{ kind: 'leftOut', name: 'FOYER_CA', why: 'unfit' }]],
    ['a value that no longer fits', { FOYER_PRINTER: 'telex:1' }, [{ kind: 'leftOut', name: 'FOYER_PRINTER', why: 'unfit' }]],
    ['half of a pair', { FOYER_CALLBACK: 'https://kiosk.example' }, [{ kind: 'leftOut', name: 'FOYER_CALLBACK', why: 'unfit' }]],
    [
      'a secret as it is',
      { FOYER_PROXY: 'http://a:b@proxy.example' },
      [{ kind: 'leftOut', name: 'FOYER_PROXY', why: 'plainSecret' }],
    ],
    [
      'several',
      { FOYER_DESK: 'x', FOYER_SLIP: 'y' },
      [
        { kind: 'leftOut', name: 'FOYER_SLIP', why: 'unfit' },
        { kind: 'leftOut', name: 'FOYER_DESK', why: 'unfit' },
      ],
    ],
    ['a prototype', JSON.parse('{"__proto__": {"FOYER_DESK": "1"}}'), [{ kind: 'leftOut', name: '?', why: 'unknown' }]],
  ])('DUR-10 %s is left out by itself, and the rest holds', (_what, more, notes) => {
    const given = setUp();
    const kept = JSON.parse(readFileSync(fileOf(given), 'utf8'));
    writeFileSync(
      fileOf(given),
      JSON.stringify({ ...kept, ...Object.fromEntries(Object.entries(more)) }).replace(
        '{',
        Object.hasOwn(more, '__proto__') ? '{"__proto__":{"FOYER_DESK":"1"},' : '{',
      ),
    );
    expect(settingsFrom(given)).toMatchObject({ building: '7', desk: false, server: { token } });
    expect(notesOf(given)).toEqual(notes);
  });

  it.each([7, null, 'ftp://x', 'http://far.example', ''])('DUR-10 a server %j that cannot be one is no demo', (FOYER_SERVER) => {
    const given = setUp();
    const kept = JSON.parse(readFileSync(fileOf(given), 'utf8'));
    writeFileSync(fileOf(given), JSON.stringify({ ...kept, FOYER_SERVER }));
    expect(serverOf(given)).toBe(lost);
  });

  it('DUR-10 a token that cannot be opened leaves the server, and is never sent as it stands there', () => {
    const given = setUp();
    const kept = JSON.parse(readFileSync(fileOf(given), 'utf8'));
    const sealed: string = kept.sealed.FOYER_TOKEN;
    const spoilt = [
      sealed.slice(0, -8),
      `1:${'A'.repeat(60)}`,
      '',
      '2:x',
      7,
      sealed.replace(/.(?=.{9}$)/, (sign) => (sign === 'A' ? 'B' : 'A')),
    ];
    for (const FOYER_TOKEN of spoilt) {
      writeFileSync(fileOf(given), JSON.stringify({ ...kept, sealed: { FOYER_TOKEN } }));
      const settings = settingsFrom(given);
      expect(settings.server).toEqual({ url: new URL(server), token: 'not-known', auth: 'raw' });
      expect(notesOf(given)).toContainEqual({
        kind: 'leftOut',
        name: 'FOYER_TOKEN',
        why: typeof FOYER_TOKEN === 'string' ? 'unopened' : 'unfit',
      });
    }
  });

  it('DUR-10 a secret under another name, or of another folder’s key, opens nothing', () => {
    const given = setUp();
    const kept = JSON.parse(readFileSync(fileOf(given), 'utf8'));
    writeFileSync(
      fileOf(given),
      JSON.stringify({ ...kept, sealed: { FOYER_TOKEN: kept.sealed.FOYER_TOKEN, FOYER_PROXY: kept.sealed.FOYER_TOKEN } }),
    );
    expect(notesOf(given)).toEqual([{ kind: 'leftOut', name: 'FOYER_PROXY', why: 'unopened' }]);
    const other = setUp();
    writeFileSync(join(given.data, 'key'), readFileSync(join(other.data, 'key')));
    expect(settingsFrom(given).server?.token).toBe('not-known');
  });

  it('DUR-10 given wrongly by environment still ends the start, whatever is kept', () => {
    const given = setUp();
    for (const [name, value] of Object.entries({
      FOYER_BUILDING: '../7',
      FOYER_PORT: 'x',
      FOYER_PRINTERS: 'x',
      FOYER_DOOR_CODE: 'badge',
    }))
      expect(startWith({ ...given, environment: { ...given.environment, [name]: value } })).toMatch(
        new RegExp(`^foyer: ${name}: `),
      );
    writeFileSync(fileOf(given), 'garbage');
    expect(startWith({ ...given, environment: { ...given.environment, FOYER_SLIP: 'x' } })).toMatch(/^foyer: FOYER_SLIP: /);
  });

  it('DUR-11 a data folder that is a file, or under one, or not there, is left to whoever makes it', () => {
    const given = machine();
    const file = join(given.data, 'file');
    writeFileSync(file, 'x');
    for (const data of [file, join(file, 'data'), join(given.data, 'new'), '/dev/null'])
      expect(serverOf({ ...given, environment: { FOYER_DATA: data } })).toBe('demo');
  });

  it('reading touches nothing', () => {
    const given = setUp();
    writeFileSync(fileOf(given), 'garbage');
    const before = readdirSync(given.data);
    readStored(given.data);
    startWith(given);
    expect(readdirSync(given.data)).toEqual(before);
  });
});

describe('DUR-5 a full disk', () => {
  const disk = mountSmallDisk(512 * 1024);
  afterAll(() => disk?.end());

  it.skipIf(disk === undefined)('DUR-5 at any step of a change leaves what was kept, or what is new, and is said', () => {
    const given = machine();
    const data = join(disk?.folder ?? '', 'data');
    const there = { ...given, data, environment: { ...given.environment, FOYER_DATA: data } };
    mkdirSync(data, { mode: 0o700 });
    const services = (number: number) => Array.from({ length: 6 }, (_, at) => `${number}-${at}`.padEnd(60, 'x')).join();
    expect(administer(there).change({ FOYER_SERVER: server, FOYER_TOKEN: token, FOYER_SERVICES: services(0) })).toEqual({
      ok: true,
    });
    const outcomes = new Set<boolean>();
    for (let left = 0; left <= 24 * 1024; left += 4 * 1024) {
      const before = settingsFrom(there).services[0];
      disk?.fillUpTo(left);
      const changed = administer(there).change({ FOYER_SERVICES: services(left + 1) });
      outcomes.add(changed.ok);
      const after = startWith(there);
      if (typeof after === 'string') throw new Error(after);
      expect([after.settings.services[0], after.settings.server?.token, after.notes]).toEqual([
        changed.ok ? services(left + 1).split(',')[0] : before,
        token,
        [],
      ]);
      rmSync(join(disk?.folder ?? '', 'filler'), { force: true });
    }
    expect([...outcomes]).toEqual([false, true]);
  });
});
