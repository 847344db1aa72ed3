import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Blob, Face, Font } from 'harfbuzzjs';
import { graphemesOf } from '../core/text.ts';

/** One bundled font, its metrics in thousandths of the letter size. `bold`: what its own strokes lack of a bold weight, in the same. */
export interface BadgeFont {
  readonly file: string;
  readonly shaper: Font;
  readonly bold: number;
}

/** The bundled fonts, each read when a text first needs it, and then kept for every picture of the process. */
export interface Fonts {
  /**
   * The font for a user-perceived character, in its weight; `before` is the font of the one before it, which spaces and signs that
   * belong to no script stay with. A character that no bundled font has is drawn by Noto Sans, as an empty box.
   */
  fontFor(grapheme: string, weight: number, before: BadgeFont | undefined): BadgeFont;
  /** A text whose characters that no bundled font has are written in simpler ones that one has (𝔄 as A, ﷺ letter by letter), where there are such. */
  spelt(text: string): string;
}

interface Source {
  readonly file: string;
  readonly letters: RegExp;
}

const regular: Source = { file: 'NotoSans-Regular.ttf', letters: /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u };
const bold: Source = { file: 'NotoSans-Bold.ttf', letters: regular.letters };
const emoji: Source = {
  file: 'NotoEmoji-Medium.ttf',
  letters: /\p{Emoji_Presentation}|\p{Extended_Pictographic}(?:\uFE0F|\u200D)|\p{Regional_Indicator}|\uFE0F\u20E3/u,
};
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u30FF\uFF01-\uFFEF]/u;

// In the order of preference for a letter that several have: Traditional comes before Simplified. Noto Sans itself has Latin, Greek,
// Cyrillic and Devanagari; the others come in one weight.
const scripts: readonly Source[] = [
  { file: 'NotoSansArabic-Medium.ttf', letters: /\p{Script=Arabic}/u },
  { file: 'NotoSansHebrew-Medium.ttf', letters: /\p{Script=Hebrew}/u },
  { file: 'NotoSansThai-Medium.ttf', letters: /\p{Script=Thai}/u },
  { file: 'NotoSansTC-Medium.ttf', letters: ideographs },
  { file: 'NotoSansSC-Medium.ttf', letters: ideographs },
  { file: 'NotoSansKR-Medium.ttf', letters: /\p{Script=Hangul}/u },
  ...[
    'Armenian',
    'Bengali',
    'Ethiopic',
    'Georgian',
    'Gujarati',
    'Gurmukhi',
    'Kannada',
    'Khmer',
    'Lao',
    'Malayalam',
    'Myanmar',
    'Oriya',
    'Sinhala',
    'Tamil',
    'Telugu',
    'Thaana',
  ].map((script) => ({ file: `NotoSans${script}-Medium.ttf`, letters: new RegExp(`\\p{Script=${script}}`, 'u') })),
];

// What is not drawn by itself and need not be in a font: joiners, variation selectors, tags.
const unseen = /\p{Default_Ignorable_Code_Point}/gu;
const neutral = /^[\p{Script=Common}\p{Script=Inherited}]+$/u;
const strokes = 16; // thousandths: Noto's Medium with this much around its outlines is about as dark as its Bold

const opened = new Map<string, BadgeFont>();

/** Opens the fonts in `assets/fonts/badge`, which must be real files, not inside an asar. Throws where one is missing: it is part of the program. */
export function openFonts(assets: string): Fonts {
  const open = (source: Source): BadgeFont => {
    const file = path.join(assets, 'fonts', 'badge', source.file);
    const known = opened.get(file) ?? readFont(file, source);
    opened.set(file, known);
    return known;
  };
  const chosen = (grapheme: string, weight: number, before: BadgeFont | undefined): BadgeFont | undefined => {
    const drawn = grapheme.replace(unseen, '');
    const has = (font: BadgeFont) => Array.from(drawn).every((letter) => font.shaper.nominalGlyph(letter.codePointAt(0) ?? 0));
    const latin = weight >= 600 ? bold : regular;
    if (emoji.letters.test(grapheme) && has(open(emoji))) return open(emoji);
    const own = scripts.filter(({ letters }) => letters.test(grapheme));
    if (own.length === 0 && before && neutral.test(grapheme) && staysWith(before, grapheme) && has(before)) return before;
    // The emoji font has digits too: it comes last.
    for (const source of [...own, latin, ...scripts, emoji]) if (has(open(source))) return open(source);
    return undefined;
  };
  const spelling = (grapheme: string) => {
    if (chosen(grapheme, 400, undefined)) return grapheme;
    const simpler = grapheme.normalize('NFKC');
    return graphemesOf(simpler).every((letter) => chosen(letter, 400, undefined)) ? simpler : grapheme;
  };
  return {
    fontFor: (grapheme, weight, before) => chosen(grapheme, weight, before) ?? open(weight >= 600 ? bold : regular),
    spelt: (text) => (/^[\x20-\x7E]*$/.test(text) ? text : graphemesOf(text).map(spelling).join('')),
  };
}

/** The options of the drawing library for what a template writes itself: bundled fonts only, and only those that it needs. */
export function staticFonts(text: string, assets: string) {
  const files = text.trim() === '' ? [] : [regular, bold, ...scripts.filter(({ letters }) => letters.test(text))];
  return {
    loadSystemFonts: false,
    fontFiles: files.map(({ file }) => path.join(assets, 'fonts', 'badge', file)),
    defaultFontFamily: 'Noto Sans',
  };
}

/** Spaces stay with the word before them, but not with a pictograph; digits and signs between ideographs are Noto Sans' own. */
const staysWith = (font: BadgeFont, sign: string) =>
  !/Emoji-/.test(font.file) && (sign === ' ' || !/(?:TC|SC|KR)-/.test(font.file));

function readFont(file: string, source: Source): BadgeFont {
  const shaper = new Font(new Face(new Blob(readFileSync(file))));
  shaper.setScale(1000, 1000);
  return { file: source.file, shaper, bold: source === bold || source === regular || source === emoji ? 0 : strokes };
}
