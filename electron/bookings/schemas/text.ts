import * as z from 'zod';
import { cleanText } from '../../core/text.ts';
import type { Localized } from '../../core/visit.ts';
import { firstOf, isRow, type Row } from './row.ts';

const mostLanguages = 40;
const languageFields = ['language', 'culture', 'locale', 'code', 'languageCode', 'lang', 'key'];
const textFields = ['value', 'text', 'name'];
const listFields = ['translations', 'values', 'texts', 'localizations'];

/** A text of the server, cleaned; undefined when absent, null or empty. */
export const textSchema = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? undefined : cleanText(String(value)) || undefined));

/**
 * A text in several languages: a plain string, an array of `{language|culture|locale|code|key, value|text|name}`, an object from
 * language to text (or to an object with the text), or any of these under `translations` or the like. Undefined when nothing is left.
 */
export const localizedSchema = z
  .union([z.string(), z.number(), z.array(z.unknown()), z.record(z.string(), z.unknown())])
  .nullish()
  .transform((value): Localized | undefined => {
    const entries = entriesOf(value)
      .slice(0, mostLanguages)
      .flatMap(({ language, text }) => {
        const cleaned = cleanText(text);
        return cleaned ? [{ language: cleanText(language, 35), text: cleaned }] : [];
      });
    return entries.length > 0 ? entries : undefined;
  });

interface Entry {
  language: string;
  text: string;
}

function entriesOf(value: unknown): Entry[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ language: '', text: String(value) }];
  if (Array.isArray(value)) return value.slice(0, mostLanguages).flatMap((item) => (isRow(item) ? entryOf(item) : entriesOf(item)));
  if (!isRow(value)) return [];
  const single = entryOf(value);
  if (single.length > 0) return single;
  const list = firstOf(value, ...listFields);
  if (Array.isArray(list)) return entriesOf(list.filter((item) => !Array.isArray(item)));
  return Object.entries(value).flatMap(([language, text]) => {
    if (typeof text === 'string') return [{ language, text }];
    return isRow(text) ? entryOf(text).map((entry) => ({ language: entry.language || language, text: entry.text })) : [];
  });
}

function entryOf(item: Row): Entry[] {
  const text = firstOf(item, ...textFields);
  const named = firstOf(item, ...languageFields);
  const language = isRow(named) ? firstOf(named, ...languageFields, 'name') : named;
  return typeof text === 'string' ? [{ language: typeof language === 'string' ? language : '', text }] : [];
}
