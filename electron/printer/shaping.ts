import bidiFactory from 'bidi-js';
import { Buffer as GlyphBuffer, shape } from 'harfbuzzjs';
import { graphemesOf } from '../core/text.ts';
import type { BadgeFont, Fonts } from './fonts.ts';

/** A glyph of a line: where it stands from the line's start and baseline (upwards), in thousandths of the letter size. */
interface Glyph {
  readonly font: BadgeFont;
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/**
 * A line of text as it is drawn, from left to right; lengths in letter sizes (em). `above`, `below`: how far its ink reaches from the
 * baseline; `before`, `after`: how far it reaches out of its width.
 */
export interface ShapedLine {
  readonly glyphs: readonly Glyph[];
  readonly em: number;
  readonly above: number;
  readonly below: number;
  readonly before: number;
  readonly after: number;
}

/** Sets one line. `mirrored`: the text that it is part of runs from right to left. */
export type Shape = (text: string, weight: number, mirrored: boolean) => ShapedLine;

interface Run {
  text: string;
  readonly font: BadgeFont;
  readonly level: number;
  readonly script: number;
}

const bidi = bidiFactory();
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The base direction of a text is that of its first letter (UAX #9, rule P2). */
export const startsFromTheRight = (text: string): boolean => rightToLeft.test(/\p{L}/u.exec(text)?.[0] ?? '');

// Scripts whose letters stand in one font and yet are shaped by rules of their own.
const shapedAlone = [/\p{Script=Devanagari}/u, /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u];

/** Shapes with HarfBuzz. Remembers what it has shaped until it is dropped: make one for each picture, so that no visitor's text outlives theirs. */
export function createShape(fonts: Fonts): Shape {
  const known = new Map<string, ShapedLine>();
  return (text, weight, mirrored) => {
    const key = `${weight} ${mirrored} ${text}`;
    const line = known.get(key) ?? shapeLine(text, weight, mirrored, fonts);
    known.set(key, line);
    return line;
  };
}

function shapeLine(text: string, weight: number, mirrored: boolean, fonts: Fonts): ShapedLine {
  const glyphs: Glyph[] = [];
  let at = 0;
  let top = 0;
  let bottom = 0;
  let left = 0;
  let right = 0;
  for (const run of inVisualOrder(runsOf(text, weight, mirrored, fonts))) {
    for (const { codepoint: id, xAdvance = 0, xOffset = 0, yOffset = 0 } of shapeRun(run)) {
      const ink = run.font.shaper.glyphExtents(id);
      if (ink && ink.height !== 0) {
        top = Math.max(top, ink.yBearing + yOffset);
        bottom = Math.min(bottom, ink.yBearing + ink.height + yOffset);
        left = Math.min(left, at + xOffset + ink.xBearing);
        right = Math.max(right, at + xOffset + ink.xBearing + ink.width);
        glyphs.push({ font: run.font, id, x: at + xOffset, y: yOffset });
      }
      at += xAdvance;
    }
  }
  const [em, after] = [at / 1000, Math.max(0, right - at) / 1000];
  return { glyphs, em, above: top / 1000, below: -bottom / 1000, before: -left / 1000, after };
}

// One for all: HarfBuzz's own memory grows with each that waits to be collected.
const buffer = new GlyphBuffer();

function shapeRun({ text, font, level }: Run) {
  buffer.reset();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(level % 2 === 1 ? 5 : 4);
  shape(font.shaper, buffer);
  return buffer.getGlyphInfosAndPositions();
}

/** Stretches of one font, one direction and one script, in the order in which they are read. */
function runsOf(text: string, weight: number, mirrored: boolean, fonts: Fonts): Run[] {
  const { levels } = bidi.getEmbeddingLevels(text, mirrored ? 'rtl' : 'ltr');
  const runs: Run[] = [];
  let at = 0;
  for (const grapheme of graphemesOf(text)) {
    const last = runs.at(-1);
    const level = levels[at] ?? 0;
    const font = fonts.fontFor(grapheme, weight, last?.font);
    const found = shapedAlone.findIndex((letters) => letters.test(grapheme));
    const script = found === -1 && last && last.font === font ? last.script : found;
    if (last && last.font === font && last.level === level && (last.script === script || last.script === -1))
      runs[runs.length - 1] = { ...last, text: last.text + grapheme, script };
    else runs.push({ text: grapheme, font, level, script });
    at += grapheme.length;
  }
  return runs;
}

/** Rule L2 of UAX #9: from the highest level down to the lowest odd one, reverse what stands at that level or above. */
function inVisualOrder(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end++;
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end;
    }
  }
  return ordered;
}
