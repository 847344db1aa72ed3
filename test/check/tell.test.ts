import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOf, wrapped } from '../../electron/check/table.ts';
import { wayTo } from '../../electron/check/way.ts';
import { check, serverOf, settingsFor, wellReply } from './checked.ts';

describe('the report on a terminal', () => {
  it('has lines of at most 100 columns, whatever the paths are, and its verdict last', async () => {
    const web = await serverOf((path) => wellReply(path));
    const long = `GET /${'very-long-folder/'.repeat(12)}{id}`;
    for (const paths of [{}, { 'building.get': long }]) {
      const { text } = await check(settingsFor(web.url, { paths }));
      for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
      expect(text).toMatch(/\nok: system information and what a visit needs work\n$/);
      for (const words of [
        'visitorManagement.search',
        'GET /visitorManagement/v1',
        'Bookings ONE 9.8.7, environment Trial, client Invented Ltd.',
      ])
        if (!('building.get' in paths)) expect(text).toContain(words);
    }
  });

  it('nothing in a path moves the cursor', async () => {
    const web = await serverOf((path) => wellReply(path));
    const { text } = await check(settingsFor(web.url, { paths: { 'user.search': 'GET /a\u001b[2Jb\u202e' } }));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describe('a table', () => {
  it('is as wide as what is in it', () => {
    expect(
      tableOf(
        [
          ['a', 'b'],
          ['long', 'x'],
        ],
        40,
      ),
    ).toEqual(['a     b', 'long  x']);
  });

  it('puts numbers to the right', () => {
    expect(tableOf([['ms'], ['5'], ['1000']], 40, [0])).toEqual(['  ms', '   5', '1000']);
  });

  it('goes on below where a cell is too long, broken before a slash', () => {
    expect(tableOf([['/API/external/building/v1', 'ok']], 20)).toEqual(['/API/external     ok', '/building/v1']);
  });

  it('loses no letter and keeps its width, for any cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.', ' '), maxLength: 60 });
    void fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const lines = tableOf(rows, 60);
        const letters = (text: string) => [...text.replaceAll(' ', '')].sort().join('');
        return lines.every((line) => line.length <= 60) && letters(lines.join('')) === letters(rows.flat().join(''));
      }),
    );
  });

  it('a text is broken after a blank, and within a word only if it must', () => {
    expect(wrapped('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrapped('onetwothree', 4)).toEqual(['onet', 'woth', 'ree']);
    expect(wrapped('', 5)).toEqual(['']);
  });
});

describe('the way, in words', () => {
  const https = new URL('https://bookings.example.org/base/');
  const certificate = '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n';

  it.each([
    [https, {}, 'https://bookings.example.org/base', /checked against the authorities that come with Node$/, 'without a proxy'],
    [https, { ca: certificate + certificate }, 'https://bookings.example.org/base', /Node and 2 of FOYER_CA$/, 'without a proxy'],
    [https, { proxy: new URL('http://u:p@proxy.example:3128') }, /./, /TLS 1\.2/, 'through the proxy proxy.example:3128'],
    [new URL('http://127.0.0.1:8'), { proxy: new URL('http://proxy') }, 'http://127.0.0.1:8', /never leaves/, 'without a proxy'],
  ] as const)('%s %j', (url, settings, server, tls, proxy) => {
    const way = wayTo(url, { demo: false, ...settings });
    expect(way).toMatchObject({ demo: false, proxy });
    expect(way.server).toMatch(server);
    expect(way.tls).toMatch(tls);
  });
});
