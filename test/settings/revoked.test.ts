import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Credentials } from '../../electron/bookings/credentials.ts';
import { openRevokedTokens } from '../../electron/settings/revoked.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-revoked-'));
  file = join(folder, 'revoked.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const token = 'a-token-that-was-revoked';
const print = (salt: string, value = token) =>
  new Credentials({ url: new URL('https://bookings.example'), token: value, auth: 'raw' }).fingerprint(salt);

describe('TOK-3 revoked tokens', () => {
  it('TOK-3 are known again after a restart, others are not', () => {
    const before = openRevokedTokens(file);
    expect(existsSync(file)).toBe(false);
    expect(before.has(print(before.salt))).toBe(false);
    expect(before.add(print(before.salt))).toBe(true);
    const after = openRevokedTokens(file);
    expect(after.salt).toBe(before.salt);
    expect(after.has(print(after.salt))).toBe(true);
    expect(after.has(print(after.salt, 'a-new-token'))).toBe(false);
  });

  it('TOK-3 are kept without the token, for this account alone, and nothing stays beside', () => {
    const tokens = openRevokedTokens(file);
    tokens.add(print(tokens.salt));
    expect(readFileSync(file, 'utf8')).not.toContain(token);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['revoked.json']);
  });

  it('TOK-3 have other fingerprints on another machine', () => {
    const [one, other] = [openRevokedTokens(file), openRevokedTokens(join(folder, 'other.json'))];
    expect(one.salt).not.toBe(other.salt);
    expect(print(one.salt)).not.toBe(print(other.salt));
  });

  it.each(['', '{', '[]', '{"salt":"","fingerprints":[]}', '{"salt":"00","fingerprints":["x"]}', 'x'.repeat(20_000)])(
    'TOK-3 in a damaged file are none, and the file is made anew: %j',
    (content) => {
      writeFileSync(file, content);
      const tokens = openRevokedTokens(file);
      expect(tokens.has(print(tokens.salt))).toBe(false);
      expect(tokens.add(print(tokens.salt))).toBe(true);
      expect(openRevokedTokens(file).has(print(tokens.salt))).toBe(true);
    },
  );

  it('TOK-3 are bounded: the oldest goes', () => {
    const tokens = openRevokedTokens(file);
    for (let number = 0; number < 40; number += 1) tokens.add(print(tokens.salt, `token ${number}`));
    const after = openRevokedTokens(file);
    expect(after.has(print(after.salt, 'token 39'))).toBe(true);
    expect(after.has(print(after.salt, 'token 0'))).toBe(false);
  });

  it('TOK-3 that cannot be kept are said to be so, and hold until the end of the run', () => {
    // A folder stands where the file is to be: no right of an administrator helps.
    mkdirSync(file);
    chmodSync(folder, 0o700);
    const tokens = openRevokedTokens(file);
    expect(tokens.add(print(tokens.salt))).toBe(false);
    expect(tokens.has(print(tokens.salt))).toBe(true);
  });
});
