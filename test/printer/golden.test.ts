import { readFileSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { expect, it } from 'vitest';
import { openFonts } from '../../electron/printer/fonts.ts';
import { createShape, startsFromTheRight } from '../../electron/printer/shaping.ts';
import { assets, people } from './people.ts';

const file = new URL('golden/shaping.txt', import.meta.url);

/** A name as it is set: each glyph's font, number and place. The names were read back by eye and, where it can, by tesseract (ocr.test.ts). */
function setOf({ script, visitor }: (typeof people)[number]): string {
  const { glyphs, em } = createShape(openFonts(assets))(visitor, 700, startsFromTheRight(visitor));
  let font = '';
  const set = glyphs.map((glyph) => {
    const change = glyph.font.file === font ? '' : `${glyph.font.file.replace(/-.*/, '')} `;
    font = glyph.font.file;
    return `${change}${glyph.id}@${glyph.x},${glyph.y}`;
  });
  return `${script} ${em}: ${set.join(' ')}\n`;
}

it('PRN-2 names in every script are set as they were when they were looked at (FOYER_GOLDEN=write writes them anew)', () => {
  const set = people.map(setOf).join('');
  if (env['FOYER_GOLDEN'] === 'write') writeFileSync(file, set);
  expect(set).toBe(readFileSync(file, 'utf8'));
});
