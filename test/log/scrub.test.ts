import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operationKeys } from '../../electron/bookings/operations.ts';
import { failures } from '../../electron/contract/failure.ts';
import { patterns, scrub } from '../../electron/log/scrub.ts';

/** What goes in, and what is left. All of it invented. */
const table: Readonly<Record<string, readonly (readonly [text: string, left: string])[]>> = {
  'home path': [
    ['ENOENT /home/anna/foyer/journal.db', 'ENOENT [home]'],
    ['at file:///Users/anna.beispiel/Documents/Žofie Canary.pdf', 'at file://[home]'],
    ['C:\\Users\\Anna Beispiel\\AppData\\Roaming\\Foyer', '[home]'],
    ['"c:\\\\Users\\\\anna\\\\x" and more', '"[home]" and more'],
    ['/root/.config/foyer', '[home]'],
  ],
  'token in a header': [
    ['authorization was Bearer abc', 'authorization was [token]'],
    ['basic Zm9vOg==', '[token]'],
  ],
  'token by its name': [
    ['GET /x?access_token=short&row=1', 'GET /x?access_[token]&row=1'],
    ['{"password":"hush","row":1}', '{"[token]","row":1}'],
    ['api-key: k', '[token]'],
  ],
  'e-mail address': [
    ['mail anna.beispiel+visit@mail.example.org now', 'mail [email] now'],
    ['<žofie@příklad.example>', '<[email]>'],
    ['anna%40example.org', '[email]'],
  ],
  'token by its looks': [
    ['token 9f86d081884c7d659a2feaa0c55ad015 sent', 'token [token] sent'],
    ['dGhpcy1pcy1hLXRva2Vu0_-', '[token]'],
    ['8c2f4f7e-1d3a-4a63-9a5e-0b8f4f6f2d11', '[token]'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVPmB92K27uhbUJU1p1r', '[token].[token].[token]'],
    ['abcdefghijklmnopqrstuvwxyzABCDEFGHIJ', '[token]'],
  ],
  'phone or long number': [
    ['call +852 5555 0123', 'call [number]'],
    ['(02) 5550-0123.', '[number].'],
    ['0912345678', '[number]'],
    ['+44.20.7946.0123', '[number]'],
    ['passport 123456789', 'passport [number]'],
    ['٠٩١٢٣٤٥٦٧٨', '[number]'],
  ],
};

describe('LOG-2 the second net', () => {
  it('every pattern has its lines in the table', () => {
    expect(Object.keys(table)).toEqual(patterns.map(({ name }) => name));
  });

  it.each(Object.entries(table).flatMap(([name, rows]) => rows.map(([text, left]) => ({ name, text, left }))))(
    'LOG-2 $name: $text',
    ({ text, left }) => {
      expect(scrub(text)).toBe(left);
    },
  );

  it.each([
    ...['data[0].period.from', 'visitorManagement.search', 'data[12345].visitor.name', 'keyring', 'GET /API/external/user/v1'],
    ...['alreadyCheckedOut', '12.5 ms', '404', 'version 2.2.0', 'journal.print', 'two words, and more: 1 2 3', ''],
    ...operationKeys,
    ...Object.keys(failures),
  ])('LOG-2 %j is left as it is', (text) => {
    expect(scrub(text)).toBe(text);
  });

  it('LOG-2 scrubbing twice is scrubbing once, for any text and for pieces of what is looked for', () => {
    const pieces = fc.constantFrom(
      ...[
        '/home/',
        'C:\\Users\\',
        'anna',
        '@',
        '%40',
        'x.org',
        'Bearer ',
        'token=',
        'secret: ',
        '0123456',
        '+',
        '(',
        ')',
        '-',
        '=',
      ],
      ...[' ', '/', '[', ']', '[token]', '[home]', '[email]', '[number]', 'a1b2c3d4e5f6g7h8', 'é', '1', '"', '\n'],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
    );
    void fc.assert(
      fc.property(texts, (text) => scrub(scrub(text)) === scrub(text)),
      { numRuns: 1_500 },
    );
  });
});

/** What makes careless patterns go back and forth. */
const unkind = [
  'a',
  '1',
  '@',
  'a@',
  '1 ',
  '+(',
  '/home/',
  '/home/ /',
  'C:\\Users',
  'Bearer ',
  ' ',
  'token',
  'token = ',
  '%4',
  '=-',
  'a1.',
];
const megabyte = 1_000_000;

/** The quickest of some runs, in milliseconds: what else the machine does only adds. */
function quickest(text: string, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    scrub(text);
    best = Math.min(best, performance.now() - begun);
  }
  return best;
}

it.each(unkind)('LOG-2 %j repeated to 1 MB takes time in step with its length', (piece) => {
  const long = piece.repeat(megabyte / piece.length);
  const short = long.slice(0, megabyte / 8);
  // Eight times the text: eight times the time, where a quadratic pattern takes 64 times. The floor is what a timer cannot tell apart.
  expect(quickest(long, 3) / Math.max(quickest(short, 5), 1)).toBeLessThan(32);
});
