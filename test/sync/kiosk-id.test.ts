import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { kioskId } from '../../electron/sync/kiosk-id.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'foyer-kiosk-id-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

it('is made once, is short and readable, and is the same ever after', () => {
  const data = folder();
  const first = kioskId(data);
  expect(first).toEqual({ ok: true, value: expect.stringMatching(/^foyer-[0-9a-hjkmnp-tv-z]{6}$/) });
  expect(kioskId(data)).toEqual(first);
  expect(readFileSync(join(data, 'kiosk-id'), 'utf8')).toBe(`${first.ok && first.value}\n`);
});

it('two installations have two', () => {
  expect(kioskId(folder())).not.toEqual(kioskId(folder()));
});

it.skipIf(process.platform === 'win32')('DAT-4 its file is for this account alone', () => {
  const data = folder();
  kioskId(data);
  expect(statSync(join(data, 'kiosk-id')).mode & 0o777).toBe(0o600);
});

it('one that somebody has cut short is made anew', () => {
  const data = folder();
  for (const content of ['', 'foyer-', 'foyer-4ghug6\nfoyer-4ghug6', 'FOYER-4GHUG6', 'x'.repeat(1000)]) {
    writeFileSync(join(data, 'kiosk-id'), content);
    const made = kioskId(data);
    expect(made).toEqual({ ok: true, value: expect.stringMatching(/^foyer-[0-9a-z]{6}$/) });
    expect(kioskId(data)).toEqual(made);
  }
});

it('what cannot be kept, or cannot be read, is a failure and no id', () => {
  const failed = { ok: false, failure: { code: 'journal.unwritable', operation: 'kioskId' } };
  expect(kioskId(join(folder(), 'gone'))).toEqual(failed);
  const data = folder();
  mkdirSync(join(data, 'kiosk-id'));
  expect(kioskId(data)).toEqual(failed);
});
