import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const page = readFileSync(join(here, '../SECURITY.md'), 'utf8');
const rules = [...page.matchAll(/^\| ([A-Z]{3}-\d+) \|.*\| (\w+) \|$/gm)];
const tests = (readdirSync(here, { recursive: true }) as string[])
  .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
  .map((file) => readFileSync(join(here, file), 'utf8'));

/** The names given to tests, not mentions of an id in passing. */
const names = tests.flatMap((text) =>
  [...text.matchAll(/(?:\b(?:it|test|describe)(?:\.\w+)*(?:\([^'"`]*\))?|[\])]\))\(\s*(['"`])(.+?)\1/gs)].map(
    (match) => match[2] ?? '',
  ),
);

it('SUP-5 every rule that SECURITY.md calls tested has a test that carries its id', () => {
  expect(rules.length).toBeGreaterThan(60);
  const missing = rules.filter(
    ([, id, state]) => state === 'tested' && !names.some((name) => new RegExp(`\\b${id}\\b`).test(name)),
  );
  expect(missing.map(([, id]) => id)).toEqual([]);
});

it('SUP-5 every state in SECURITY.md is one that is explained there', () => {
  expect(new Set(rules.map(([, , state]) => state))).toEqual(new Set(['tested', 'doc']));
});

it('WIN-9 SECURITY.md says how the machine around Foyer is locked, on Windows and on Linux', () => {
  const recipe = /^## The machine around it\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(page)?.[1] ?? '';
  for (const word of [
    'Assigned Access',
    'Sticky Keys',
    'cage',
    'systemd',
    'NAutoVTs=0',
    'LimitCORE=0',
    'USB storage',
    'firmware',
  ]) {
    expect(recipe).toContain(word);
  }
});
