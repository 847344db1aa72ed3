import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { lineOf } from '../../electron/log/line.ts';
import { createLog } from '../../electron/log/log.ts';

const head = { at: '2026-11-22T01:30:00.000Z', sequence: 12_345_678, level: 'info', event: 'lookedUp' };

it('LOG-2 every text and number of an event goes through the net, and its head stays', () => {
  const line = lineOf(head, {
    text: 'anna@example.org',
    list: ['+85255550123'],
    number: 85_255_550_123,
    count: 9_999_999,
    ok: true,
  });
  expect(JSON.parse(line)).toEqual({
    ...head,
    text: '[email]',
    list: ['[number]'],
    number: '[number]',
    count: 9_999_999,
    ok: true,
  });
});

it.each([
  ['a line feed', 'Anna\nevent'],
  ['a carriage return', 'Anna\r\nevent'],
  ['an escape sequence', '\u001b[2J\u001b[31mAnna'],
  ['a C1 control', 'Anna\u009b31m\u0085x'],
  ['the Unicode line ends', 'Anna\u2028x\u2029y'],
  ['delete and backspace', 'Anna\u007f\b'],
  ['a NUL', 'Anna\u0000'],
])('LOG-3 %s in a name is written as an escape, on one line', (_what, name) => {
  const line = lineOf(head, { name });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
  expect(JSON.parse(line).name).toBe(name);
});

it('LOG-3 any text is one line that can be read back', () => {
  void fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
      const line = lineOf(head, { name });
      return line.split(/[\n\r\u0085\u2028\u2029]/).length === 1 && typeof JSON.parse(line).name === 'string';
    }),
  );
});

it('LOG-3 a name that gets past the types does not break the log’s lines', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-line-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'foyer.log');
  const log = createLog({ file });
  onTestFinished(() => log.close());
  for (const name of ['Anna\nBeispiel', '\u001b[2JAnna', 'Anna\u2028Beispiel']) {
    log.log('lookedUp', { outcome: 'failed', milliseconds: 1, operation: name, field: name });
    // @ts-expect-error: an event has only its own fields
    log.log('stopped', { name });
  }
  const text = readFileSync(file, 'utf8');
  expect(text.split('\n')).toHaveLength(7);
  expect(text).not.toMatch(/Anna|Beispiel|\u2028/);
});
