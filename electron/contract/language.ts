import * as z from 'zod';

/** The languages of the word files, as BCP 47 tags; the first is the default. */
export const languages = ['en', 'zh-Hant', 'zh-Hans'] as const;

/** What the screen speaks until somebody chooses. */
export const defaultLanguage = 'en' satisfies Language;

export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;
