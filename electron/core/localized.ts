import type { Language } from '../contract/language.ts';
import type { Localized } from './visit.ts';

/**
 * The text for a language: the same tag, then the same script or region (`zh-HK`, `zh-TW`, `zh-Hant` are one; `zh-CN`, `zh-SG`,
 * `zh-Hans` another), then the same language whatever the region, then English, then the first. Undefined for an empty list.
 */
export function textIn(texts: Localized | undefined, language: Language): string | undefined {
  if (!texts) return undefined;
  const wanted = maximal(language);
  const match =
    texts.find((entry) => maximal(entry.language) === wanted) ??
    texts.find((entry) => wanted.startsWith(`${maximal(entry.language).split('-')[0]}-`)) ??
    texts.find((entry) => maximal(entry.language).startsWith('en-')) ??
    texts[0];
  return match?.text;
}

/** Language and script of a tag, by CLDR's likely subtags: `zh-HK` → `zh-Hant`, `zh` → `zh-Hans`; unknown tags as they are. */
function maximal(tag: string): string {
  try {
    const locale = new Intl.Locale(tag.replaceAll('_', '-')).maximize();
    return `${locale.language}-${locale.script ?? ''}`;
  } catch {
    return tag;
  }
}
