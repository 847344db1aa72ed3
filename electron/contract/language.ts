import * as z from 'zod';

/** The languages of the word files, as BCP 47 tags; the first is the default. */
export const languages = ['en', 'zh-Hant', 'zh-Hans'] as const;

export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;
