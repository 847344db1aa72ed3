import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A call of the page's own `print`, by its name alone or of whatever may stand for the window. */
const printing = /(?<![.\w])print\s*\(|\b(?:window|globalThis|self|top|parent)\s*(?:\??\.\s*|\[\s*['"`])print\b/;

it('WIN-7 only the muster at the desk asks for a page to be printed', () => {
  const sources = readdirSync(`${root}/renderer`, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
  expect(sources.length).toBeGreaterThan(100);
  const asking = sources.filter((path) => printing.test(readFileSync(`${root}/renderer/${path}`, 'utf8')));
  expect(asking).toEqual(['desk/muster/use-printing.ts']);
});

it.each(['window.print()', 'print()', 'globalThis.print ()', "window['print']()", 'const { print } = window; print();'])(
  'WIN-7 %s is seen',
  (text) => {
    expect(printing.test(text)).toBe(true);
  },
);
