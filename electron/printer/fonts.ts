import path from 'node:path';

const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u30FF\uFF01-\uFFEF]/u;

// In the order of preference for a letter that several have: a Korean name's Han letters stay with its Hangul, Traditional comes before
// Simplified. Noto Sans itself has Latin, Greek, Cyrillic and Devanagari.
const scripts = [
  { family: 'Noto Sans Arabic', file: 'NotoSansArabic-Medium.ttf', letters: /\p{Script=Arabic}/u },
  { family: 'Noto Sans Hebrew', file: 'NotoSansHebrew-Medium.ttf', letters: /\p{Script=Hebrew}/u },
  { family: 'Noto Sans Thai', file: 'NotoSansThai-Medium.ttf', letters: /\p{Script=Thai}/u },
  { family: 'Noto Sans KR', file: 'NotoSansKR-Medium.ttf', letters: /\p{Script=Hangul}/u },
  { family: 'Noto Sans TC', file: 'NotoSansTC-Medium.ttf', letters: ideographs },
  { family: 'Noto Sans SC', file: 'NotoSansSC-Medium.ttf', letters: ideographs },
];

/** The bundled family that has the first script of a text; a letter that it lacks is looked for in the others by the drawing library. */
export function familyOf(text: string): string {
  return scripts.find(({ letters }) => letters.test(text))?.family ?? 'Noto Sans';
}

/**
 * The font options of the drawing library for a text: bundled fonts only, so that the picture is the same on every machine, and only
 * those that the text needs, because each is read again for every drawing (7 ms for the Chinese ones).
 */
export function fontsFor(text: string, assets: string) {
  const files = ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf'];
  for (const { file, letters } of scripts) if (letters.test(text)) files.push(file);
  return {
    loadSystemFonts: false,
    fontFiles: files.map((file) => path.join(assets, 'fonts', 'badge', file)),
    defaultFontFamily: 'Noto Sans',
  };
}
