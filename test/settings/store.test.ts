import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../electron/log/log.ts';
import { openRevokedTokens } from '../../electron/settings/revoked.ts';
import { kioskId } from '../../electron/sync/kiosk-id.ts';
import { runCrashChild } from '../journal/crash-child-run.ts';
import { connectTo, key } from '../journal/visit-of.ts';
import { mountSmallDisk } from './small-disk.ts';
import { checkIn, startIn, stop, toldOf } from './start.ts';
import { dataFolder, filesIn, storeIn } from './store-of.ts';

const child = fileURLToPath(new URL('start-child.ts', import.meta.url));

/** A folder whose journal has one visitor, stopped in order; answers what it tells of that visitor too. */
function keptFolder(data = dataFolder()): { data: string; told: string } {
  const store = storeIn(data);
  expect(checkIn(store, 0)).toBe('ok');
  const told = toldOf(store, 0);
  stop(store);
  return { data, told };
}

/** What a start in the folder says of the visitor, or its one line. */
function toldIn(data: string): string {
  const store = startIn(data);
  if (typeof store === 'string') return store;
  const told = store.replaced === undefined ? toldOf(store, 0) : `replaced ${store.replaced}`;
  stop(store);
  return told;
}

describe('DUR-7 a key that is not the journal’s', () => {
  const otherKey = (): Buffer => {
    const { data } = keptFolder();
    return readFileSync(join(data, 'key'));
  };

  it('DUR-7 is refused in words, and nothing is touched; the right one opens the journal again', () => {
    const { data, told } = keptFolder();
    const key = readFileSync(join(data, 'key'));
    writeFileSync(join(data, 'key'), otherKey());
    for (const check of ['kept', 'gone', 'cut']) {
      if (check === 'gone') rmSync(join(data, 'journal.check'));
      if (check === 'cut') writeFileSync(join(data, 'journal.check'), 'foyer-journal-1:00');
      const before = filesIn(data);
      expect(toldIn(data)).toMatch(
        /^foyer: FOYER_DATA: the journal does not open with this key, and was left as it is: put back the key/,
      );
      expect(filesIn(data)).toEqual(before);
    }
    writeFileSync(join(data, 'key'), key);
    expect(toldIn(data)).toBe(told);
    expect(readFileSync(join(data, 'journal.check'), 'utf8')).toMatch(/^foyer-journal-1:[0-9a-f]{64}\n$/);
  });

  it('DUR-7 is refused also where the journal is damaged: whose it is nobody knows', () => {
    const { data } = keptFolder();
    writeFileSync(join(data, 'key'), otherKey());
    truncateSync(join(data, 'journal.db'), 4096 * 2);
    expect(toldIn(data)).toMatch(/does not open with this key/);
    writeFileSync(join(data, 'journal.db'), 'a text in its place');
    expect(toldIn(data)).toMatch(/does not open with this key/);
  });

  it('DUR-7 a first page that does not open, of a journal whose key nobody noted, is refused, not moved', () => {
    const { data } = keptFolder();
    rmSync(join(data, 'journal.check'));
    const bytes = readFileSync(join(data, 'journal.db'));
    writeFileSync(join(data, 'journal.db'), bytes.fill(0x5a, 8, 16));
    expect(toldIn(data)).toMatch(/does not open with this key/);
    expect(readFileSync(join(data, 'journal.db')).equals(bytes)).toBe(true);
  });

  it('DUR-10 a note of the key that was cut at any byte, or left beside it by a power cut, costs nothing and is made anew', () => {
    const { data, told } = keptFolder();
    const whole = readFileSync(join(data, 'journal.check'), 'utf8');
    for (let length = 0; length < whole.length; length += 7) {
      writeFileSync(join(data, 'journal.check'), whole.slice(0, length));
      writeFileSync(join(data, 'journal.check.new'), whole.slice(0, length));
      expect(toldIn(data)).toBe(told);
      expect(readFileSync(join(data, 'journal.check'), 'utf8')).toBe(whole);
    }
  });
});

describe('DUR-10 the notes of a move', () => {
  it.each(['journal.moving', 'journal.replaced'])('DUR-10 a %s that was cut moves no healthy journal', (name) => {
    const { data, told } = keptFolder();
    const whole = 'journal.db.damaged-20261123T021500Z\n';
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(join(data, name), whole.slice(0, length));
      const store = storeIn(data);
      expect(toldOf(store, 0)).toBe(told);
      stop(store);
    }
    expect(readdirSync(data).filter((file) => file.includes('damaged'))).toEqual([]);
  });

  it('DUR-10 a name that leads out of the folder is not followed', () => {
    const { data, told } = keptFolder();
    writeFileSync(join(data, 'journal.moving'), '../journal.db.damaged-20261123T021500Z\n');
    expect(storeIn(data).replaced).toBe('journal.db.damaged-*');
    expect(toldIn(data)).not.toBe(told);
  });

  it('DUR-7 a name that is taken already is not written over', () => {
    const { data } = keptFolder();
    writeFileSync(join(data, 'journal.db.damaged-20261123T021500Z-wal'), 'of another one');
    writeFileSync(join(data, 'journal.db'), 'x');
    expect(toldIn(data)).toBe('replaced journal.db.damaged-20261123T021500Z-2');
    expect(readFileSync(join(data, 'journal.db.damaged-20261123T021500Z-wal'), 'utf8')).toBe('of another one');
  });
});

describe('DUR-11 the data folder', () => {
  it.each(['with spaces in it', 'ünï-çödé 空港 🛂', '100%20 & #1?x=y;z', "it's “quoted”", 'C:\\Foyer', '-rf'])(
    'DUR-11 %s works like any other',
    (name) => {
      const { data, told } = keptFolder(join(dataFolder(), name, 'data'));
      expect(toldIn(data)).toBe(told);
      expect(readdirSync(data)).toContain('journal.db');
    },
  );

  it('DUR-11 that is missing is made; a file, or a file on the way to it, is said in words', () => {
    const parent = dataFolder();
    writeFileSync(join(parent, 'file'), 'x');
    expect(startIn(join(parent, 'file'))).toBe('foyer: FOYER_DATA: must be a folder, and is a file');
    expect(startIn(join(parent, 'file', 'data'))).toBe('foyer: FOYER_DATA: must be a folder: a part of its path is a file');
    expect(typeof startIn(join(parent, 'new', 'data'))).toBe('object');
  });

  it('DUR-11 that holds a folder in the place of a file says which setting, in one line', () => {
    for (const name of ['journal.db', 'journal.db-wal', 'key', 'kiosk-id', 'lock', 'journal.check', 'journal.moving']) {
      const { data } = keptFolder();
      rmSync(join(data, name), { force: true });
      mkdirSync(join(data, name));
      const line = startIn(data);
      if (name === 'journal.check') expect(typeof line).toBe('object');
      else if (name !== 'journal.moving') expect(line, name).toMatch(/^foyer: FOYER_(DATA|KEY): [^\n]+$/);
      expect(readdirSync(data), name).toContain(name === 'journal.moving' ? 'journal.db' : name);
    }
  });

  it('DUR-11 that is moved away while Foyer runs: nothing is said to be recorded, and it goes on when it comes back', () => {
    const { data } = keptFolder();
    const store = storeIn(data);
    renameSync(data, `${data}-away`);
    onTestFinished(() => rmSync(`${data}-away`, { recursive: true, force: true }));
    expect(checkIn(store, 1)).toBe('journal.unwritable');
    mkdirSync(data);
    expect(checkIn(store, 1)).toBe('journal.unwritable');
    rmSync(data, { recursive: true });
    renameSync(`${data}-away`, data);
    expect(toldOf(store, 1)).toContain('none');
    expect(checkIn(store, 1)).toBe('ok');
    stop(store);
    expect(toldOf(storeIn(data), 1)).toContain('"in"');
  });

  it.each(['journal.db', 'journal.db-wal'])(
    'DUR-11 whose %s is removed or replaced while Foyer runs records nothing more',
    (name) => {
      const { data } = keptFolder();
      const store = storeIn(data);
      const bytes = readFileSync(join(data, name));
      rmSync(join(data, name));
      expect(checkIn(store, 1)).toBe('journal.unwritable');
      writeFileSync(join(data, name), bytes);
      expect(checkIn(store, 1)).toBe('journal.unwritable');
      expect(store.journal.standing('CODE00')).toMatchObject({ ok: false, failure: { code: 'journal.unwritable' } });
    },
  );
});

/** Somebody who is not root, and whom the rights of files bind; undefined where this account cannot be anybody else. */
const somebody = process.platform === 'linux' && process.getuid?.() === 0 ? 65_534 : undefined;

describe.skipIf(somebody === undefined)('DUR-6 an account that may not write (as another user)', () => {
  /** What a start by that account says on stderr, without its stack. */
  async function startBySomebody(data: string): Promise<string> {
    const { said, errors } = await runCrashChild(data, undefined, {
      child,
      visits: 5,
      ...(somebody !== undefined && { uid: somebody }),
    });
    return errors === '' ? said.join(', ') : (/foyer: FOYER[^\n]*/.exec(errors)?.[0] ?? errors);
  }

  function folderOfSomebody(): string {
    const parent = mkdtempSync(join(tmpdir(), 'foyer-somebody-'));
    onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
    chmodSync(parent, 0o755);
    const { data } = keptFolder(join(parent, 'data'));
    for (const path of [parent, data, ...readdirSync(data).map((name) => join(data, name))]) {
      if (somebody !== undefined) chownSync(path, somebody, somebody);
    }
    return data;
  }

  it('DUR-6 DUR-11 a folder that is not its own, or read-only, is said in words; with its rights it starts', async () => {
    const data = folderOfSomebody();
    expect(await startBySomebody(data)).toBe('replaced none, ready, in 5 ok, end');
    chmodSync(data, 0o500);
    expect(await startBySomebody(data)).toMatch(/^foyer: FOYER_DATA: must be a folder that this account can make and write to/);
    chmodSync(data, 0o700);
    expect(await startBySomebody(data)).toBe('replaced none, ready, in 5 ok, end');
    chownSync(data, 0, 0);
    expect(await startBySomebody(data)).toMatch(/^foyer: FOYER_DATA: must be a folder that this account can/);
  });

  it.each([
    ['journal.db', /^foyer: FOYER_DATA: the journal cannot be read or written: check the folder and its disk/],
    ['key', /^foyer: FOYER_KEY: the journal's key .* cannot be read or written/],
    ['kiosk-id', /^foyer: FOYER_DATA: /],
    ['lock', /^foyer: FOYER_DATA: must be a folder that this account can write to/],
  ])('DUR-6 a %s that it may not even read is said in words, and starts with its rights again', async (name, words) => {
    const data = folderOfSomebody();
    const before = filesIn(data).get(name);
    chmodSync(join(data, name), 0o000);
    expect(await startBySomebody(data)).toMatch(words);
    chmodSync(join(data, name), 0o600);
    expect(filesIn(data).get(name)).toEqual(before);
    expect(await startBySomebody(data)).toBe('replaced none, ready, in 5 ok, end');
  });

  it('DUR-6 a journal that is read-only is said in words, not moved aside', async () => {
    const data = folderOfSomebody();
    chmodSync(join(data, 'journal.db'), 0o400);
    expect(await startBySomebody(data)).toMatch(/^foyer: FOYER_DATA: the journal cannot be read or written/);
    chmodSync(join(data, 'journal.db'), 0o600);
    expect(await startBySomebody(data)).toBe('replaced none, ready, in 5 ok, end');
  });
});

it('DUR-6 a journal that another program holds, and that is to be brought forward, is said in words, and starts when it is let go', () => {
  const data = dataFolder();
  const check = createHash('sha256').update(Buffer.from(key, 'hex')).digest('hex').slice(0, 8);
  writeFileSync(join(data, 'key'), `foyer-key-1:${key}:${check}\n`);
  copyFileSync(fileURLToPath(new URL('../journal/released/version-1.db', import.meta.url)), join(data, 'journal.db'));
  const other = connectTo(data);
  other.exec('BEGIN IMMEDIATE');
  expect(toldIn(data)).toBe('foyer: FOYER_DATA: the journal is held by another program: stop it and start again');
  other.exec('ROLLBACK');
  other.close();
  expect(storeIn(data).journal.standing('INSIDE')).toMatchObject({ ok: true, value: { kind: 'in' } });
});

const small = mountSmallDisk(8_000_000);
const mayMount = small !== undefined;
small?.end();

describe.skipIf(!mayMount)('DUR-5 a disk with no room (a real one)', () => {
  it('DUR-5 at the first start: one line says so at every size, and a start with room then finds nothing half made', () => {
    const lines = new Set<string>();
    for (let left = 0; ; left += 8192) {
      expect(left).toBeLessThan(2_000_000);
      const disk = mountSmallDisk(8_000_000);
      if (!disk) return;
      onTestFinished(() => disk.end());
      const data = join(disk.folder, 'data');
      disk.fillUpTo(left);
      const line = toldIn(data);
      rmSync(join(disk.folder, 'filler'));
      const { told } = keptFolder(data);
      expect(toldIn(data)).toBe(told);
      if (!line.startsWith('foyer: ')) break;
      lines.add(line.replace(disk.folder, ''));
    }
    for (const line of lines) expect(line).toMatch(/full|cannot be read or written/);
    expect(lines.size).toBeGreaterThan(1);
  });

  it('DUR-5 the id of the kiosk and revoked tokens that find no room are failures, and are kept once there is', () => {
    const disk = mountSmallDisk(8_000_000);
    if (!disk) return;
    onTestFinished(() => disk.end());
    disk.fillUpTo(0);
    expect(kioskId(disk.folder)).toEqual({ ok: false, failure: { code: 'journal.full', operation: 'kioskId' } });
    const tokens = openRevokedTokens(join(disk.folder, 'revoked-tokens.json'));
    expect(tokens.add('ab'.repeat(32))).toBe(false);
    expect(tokens.has('ab'.repeat(32))).toBe(true);
    rmSync(join(disk.folder, 'filler'));
    expect(kioskId(disk.folder).ok).toBe(true);
    expect(tokens.add('cd'.repeat(32))).toBe(true);
    const again = openRevokedTokens(join(disk.folder, 'revoked-tokens.json'));
    expect(['ab', 'cd'].map((digits) => again.has(digits.repeat(32)))).toEqual([true, true]);
  });

  it('DUR-5 a damaged journal that finds no room for a new one is still there, whole, and is replaced once there is room', () => {
    const disk = mountSmallDisk(8_000_000);
    if (!disk) return;
    onTestFinished(() => disk.end());
    const { data } = keptFolder(join(disk.folder, 'data'));
    const bytes = readFileSync(join(data, 'journal.db')).fill(0, 0, 4096);
    writeFileSync(join(data, 'journal.db'), bytes);
    for (const left of [0, 8192, 32_768, 65_536]) {
      disk.fillUpTo(left);
      expect(toldIn(data)).toMatch(/^foyer: FOYER_DATA: .*(full|cannot be read or written)/);
      const kept = [...filesIn(data)].filter(
        ([name, content]) => /^journal\.db(\.damaged-\w+)?$/.test(name) && content.equals(bytes),
      );
      expect(kept).toHaveLength(1);
    }
    rmSync(join(disk.folder, 'filler'));
    expect(toldIn(data)).toMatch(/^replaced journal\.db\.damaged-/);
  });
});

it.skipIf(process.platform !== 'linux')('LOG-4 a log on a disk that never has room (/dev/full) stops nothing', () => {
  const file = join(dataFolder(), 'foyer.log');
  symlinkSync('/dev/full', file);
  const log = createLog({ file });
  for (let index = 0; index < 1000; index += 1) expect(() => log.log('journalReplaced', {})).not.toThrow();
  log.close();
});
