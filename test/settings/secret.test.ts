import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { journalKey, type Keyring } from '../../electron/settings/secret.ts';
import type { Settings } from '../../electron/settings/settings.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'foyer-key-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
});

/** A keyring that seals by turning bits; `account` makes it another one. */
function keyringOf(account = 1, more: Partial<Keyring> = {}): Keyring {
  const turned = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ (account * 37)));
  return {
    available: () => true,
    backend: () => 'gnome_libsecret',
    encrypt: (text) => Buffer.concat([Buffer.from([account]), turned(Buffer.from(text))]),
    decrypt: (sealed) => {
      if (sealed[0] !== account) throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
      return turned(sealed.subarray(1)).toString();
    },
    ...more,
  };
}

/** The key in hexadecimal digits, or the fault's message; a fault must name FOYER_KEY. */
function ask(kept: Settings['key'], keyring?: Keyring): string {
  const key = journalKey({ data, journal: join(data, 'journal.db'), kept, keyring });
  if (!key.ok) expect(key.fault.name).toBe('FOYER_KEY');
  return key.ok ? key.value.toString('hex') : key.fault.message;
}

const isKey = /^[0-9a-f]{64}$/;

it('a key in a file is made once, 32 random bytes, for this account alone', () => {
  const key = ask('file');
  expect(key).toMatch(isKey);
  expect(ask('file')).toBe(key);
  expect(readdirSync(data)).toEqual(['key']);
  expect(statSync(join(data, 'key')).mode & 0o777).toBe(0o600);
  rmSync(join(data, 'key'));
  expect(ask('file')).not.toBe(key);
});

it('a key in the keyring is kept sealed: the file does not hold it', () => {
  const key = ask('keyring', keyringOf());
  expect(key).toMatch(isKey);
  expect(ask('keyring', keyringOf())).toBe(key);
  expect(readdirSync(data).sort()).toEqual(['key.sealed', 'key.sealed-by']);
  const sealed = readFileSync(join(data, 'key.sealed'));
  expect(sealed.includes(key) || sealed.includes(Buffer.from(key, 'hex'))).toBe(false);
  expect(statSync(join(data, 'key.sealed')).mode & 0o777).toBe(0o600);
});

it.each<[string, Keyring | undefined, RegExp]>([
  ['no Electron', undefined, /needs Electron.*FOYER_KEY=file/],
  ['no keyring', keyringOf(1, { available: () => false }), /no keyring.*FOYER_KEY=file/],
  ['basic_text', keyringOf(1, { backend: () => 'basic_text' }), /no keyring.*basic_text.*FOYER_KEY=file/],
  ['an unknown one', keyringOf(1, { backend: () => 'unknown' }), /no keyring.*unknown/],
  [
    'one that throws',
    keyringOf(1, {
      encrypt: () => {
        throw new Error('locked');
      },
    }),
    /does not keep.*FOYER_KEY=file/,
  ],
  [
    'one that cannot be asked',
    keyringOf(1, {
      available: () => {
        throw new Error('before the app is ready');
      },
    }),
    /no keyring.*FOYER_KEY=file/,
  ],
  [
    'one that cannot say its name',
    keyringOf(1, {
      backend: () => {
        throw new Error('no bus');
      },
    }),
    /no keyring.*FOYER_KEY=file/,
  ],
  ['one that gives back something else', keyringOf(1, { decrypt: () => 'something else' }), /does not keep/],
])('DAT-3 %s is refused with a way on, and nothing is written', (_, keyring, message) => {
  expect(ask('keyring', keyring)).toMatch(message);
  expect(readdirSync(data)).toEqual([]);
});

it.each<[string, Keyring]>([
  ['another account', keyringOf(2)],
  ['a wrong plaintext', keyringOf(1, { decrypt: () => 'foyer-key-1:00:00' })],
  ['an empty plaintext', keyringOf(1, { decrypt: () => '' })],
])('DAT-3 a sealed key that opens to nothing, by %s, is refused and left as it is', (_, keyring) => {
  const key = ask('keyring', keyringOf());
  const before = readFileSync(join(data, 'key.sealed'));
  expect(ask('keyring', keyring)).toMatch(/cannot be read: put back the one that belongs to this journal/);
  expect(readFileSync(join(data, 'key.sealed'))).toEqual(before);
  expect(ask('keyring', keyringOf())).toBe(key);
});

it('DAT-3 another keyring than the one that sealed the key is a state of its own, with both names, and nothing is lost', () => {
  const key = ask('keyring', keyringOf());
  const sealed = readFileSync(join(data, 'key.sealed'));
  const other = keyringOf(2, { backend: () => 'kwallet6' });
  expect(ask('keyring', other)).toMatch(
    /sealed by gnome_libsecret, and the keyring is kwallet6 now; start with gnome_libsecret again$/,
  );
  expect(ask('keyring', keyringOf(1, { backend: () => 'basic_text' }))).toMatch(
    /basic_text.*the journal's key is in gnome_libsecret/,
  );
  expect(ask('keyring', keyringOf(1, { available: () => false }))).toMatch(/the journal's key is in gnome_libsecret/);
  expect(ask('keyring')).toMatch(/--host electron/);
  expect(readFileSync(join(data, 'key.sealed'))).toEqual(sealed);
  expect(ask('keyring', keyringOf())).toBe(key);
});

it('DAT-3 a keyring that opens the key under a new name is that one from then on', () => {
  const key = ask('keyring', keyringOf());
  expect(ask('keyring', keyringOf(1, { backend: () => 'gnome' }))).toBe(key);
  expect(readFileSync(join(data, 'key.sealed-by'), 'utf8')).toBe('gnome\n');
  for (const content of ['', 'gn', 'two words\n', 'x'.repeat(1000)]) {
    writeFileSync(join(data, 'key.sealed-by'), content);
    expect(ask('keyring', keyringOf(2))).toMatch(/put back the one that belongs to this journal/);
    expect(ask('keyring', keyringOf())).toBe(key);
    expect(readFileSync(join(data, 'key.sealed-by'), 'utf8')).toBe('gnome_libsecret\n');
  }
});

it('DUR-10 a sealed key that was cut at any byte is refused and left as it is; what a power cut left beside it changes nothing', () => {
  const key = ask('keyring', keyringOf());
  const whole = readFileSync(join(data, 'key.sealed'));
  for (let length = 0; length < whole.length - 1; length += 1) {
    writeFileSync(join(data, 'key.sealed'), whole.subarray(0, length));
    expect(ask('keyring', keyringOf())).toMatch(/cannot be read/);
    expect(readFileSync(join(data, 'key.sealed'))).toEqual(whole.subarray(0, length));
  }
  writeFileSync(join(data, 'key.sealed'), whole);
  for (let length = 0; length <= whole.length; length += 1) {
    writeFileSync(join(data, 'key.sealed.new'), whole.subarray(0, length));
    expect(ask('keyring', keyringOf())).toBe(key);
  }
});

it('DUR-10 what a power cut left of the making of a key is no key: another one is made', () => {
  const key = ask('file');
  const whole = readFileSync(join(data, 'key'));
  for (let length = 0; length <= whole.length; length += 1) {
    rmSync(join(data, 'key'));
    writeFileSync(join(data, 'key.new'), whole.subarray(0, length));
    const made = ask('file');
    expect(made).toMatch(isKey);
    expect(made).not.toBe(key);
    expect(readdirSync(data)).toEqual(['key']);
  }
});

it('DUR-10 a key file that was cut or mistyped at any place is refused and left as it is', () => {
  const key = ask('file');
  const whole = readFileSync(join(data, 'key'), 'utf8');
  for (let place = 0; place < whole.length - 1; place += 1) {
    for (const broken of [whole.slice(0, place), `${whole.slice(0, place)}~${whole.slice(place + 1)}`]) {
      writeFileSync(join(data, 'key'), broken);
      expect(ask('file')).toMatch(/cannot be read/);
      expect(readFileSync(join(data, 'key'), 'utf8')).toBe(broken);
    }
  }
  writeFileSync(
    join(data, 'key'),
    whole.replace(
      key,
      key.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    ),
  );
  expect(ask('file')).toMatch(/cannot be read/);
});

it.each(['journal.db', 'journal.db-wal'])('a journal without its key (%s is there) gets no new one', (name) => {
  writeFileSync(join(data, name), 'records');
  expect(ask('file')).toMatch(/has lost its key.*put it back/);
  expect(ask('keyring', keyringOf())).toMatch(/has lost its key/);
  expect(readdirSync(data)).toEqual([name]);
});

it('an empty journal, as a first start that was cut off leaves one, gets its key', () => {
  writeFileSync(join(data, 'journal.db'), '');
  expect(ask('file')).toMatch(isKey);
});

it('a journal whose key is kept the other way says which way', () => {
  ask('file');
  writeFileSync(join(data, 'journal.db'), 'records');
  expect(ask('keyring', keyringOf())).toBe('must be file: the key of the journal in this folder is kept there');
  rmSync(join(data, 'key'));
  writeFileSync(join(data, 'key.sealed'), keyringOf().encrypt('x'));
  expect(ask('file')).toBe('must be keyring: the key of the journal in this folder is kept there');
});

it('a data folder that is gone is a fault, not an exception', () => {
  rmSync(data, { recursive: true });
  expect(ask('file')).toMatch(/cannot be read or written/);
});
