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

it('DUR-10 one that was cut at any byte, or is something else, is neither taken nor made anew', () => {
  const data = folder();
  const file = join(data, 'kiosk-id');
  kioskId(data);
  const whole = readFileSync(file, 'utf8');
  const cut = Array.from({ length: whole.length - 1 }, (_, length) => whole.slice(0, length));
  for (const content of [...cut, 'foyer-4ghug6\nfoyer-4ghug6', 'FOYER-4GHUG6', 'x'.repeat(1000)]) {
    writeFileSync(file, content);
    expect(kioskId(data)).toEqual({ ok: false, failure: { code: 'journal.damaged', operation: 'kioskId' } });
    expect(readFileSync(file, 'utf8')).toBe(content);
  }
  writeFileSync(file, whole);
  expect(kioskId(data)).toEqual({ ok: true, value: whole.trim() });
});

it('DUR-10 what a power cut left of a write beside it changes nothing', () => {
  const data = folder();
  const first = kioskId(data);
  const whole = readFileSync(join(data, 'kiosk-id'), 'utf8');
  for (let length = 0; length <= whole.length; length += 1) {
    writeFileSync(join(data, 'kiosk-id.new'), whole.slice(0, length));
    expect(kioskId(data)).toEqual(first);
  }
});

it('what cannot be kept, or cannot be read, is a failure and no id', () => {
  const failed = { ok: false, failure: { code: 'journal.unwritable', operation: 'kioskId' } };
  expect(kioskId(join(folder(), 'gone'))).toEqual(failed);
  const data = folder();
  mkdirSync(join(data, 'kiosk-id'));
  expect(kioskId(data)).toEqual(failed);
});
