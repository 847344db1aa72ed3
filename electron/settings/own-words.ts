import type { Language } from '../contract/language.ts';
import type { OwnWords } from '../core/house.ts';
import { cleanText, widthOf } from '../core/text.ts';
import { type Checked, fits, wrong } from './settings.ts';
import type { Sources } from './sources.ts';

/** The end of a variable's name, for each language. */
const suffixes = { en: 'EN', 'zh-Hant': 'ZH_HANT', 'zh-Hans': 'ZH_HANS' } as const satisfies Record<Language, string>;

/** What the screens have room for at 200 % text, in letters, of which a Chinese one is two. Measured with `test/renderer/gallery.mjs`. */
const widest = { FOYER_WELCOME: 48, FOYER_ARRIVED: 64 } as const;

/** A text of the site in each language that has one, as one line without unseen characters; undefined: in none. */
export function ownWordsOf(given: Sources, kind: keyof typeof widest): Checked<OwnWords | undefined> {
  const words: Partial<Record<Language, string>> = {};
  for (const [language, suffix] of Object.entries(suffixes) as [Language, string][]) {
    const set = given(`${kind}_${suffix}`);
    if (!set) continue;
    // What is cut is too long by the rule below, also where the cut is at a space, which goes with it.
    const text = cleanText(set.value, 2 * widest[kind]);
    if (text === '') return wrong(set.name, 'must hold letters');
    if (widthOf(text) > widest[kind]) {
      return wrong(set.name, `must have at most ${widest[kind]} letters, of which a Chinese one counts as two`);
    }
    words[language] = text;
  }
  return fits(Object.keys(words).length > 0 ? words : undefined);
}
