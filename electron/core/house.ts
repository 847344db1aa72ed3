import { defaultLanguage, type Language } from '../contract/language.ts';

/** How a site wants its lobby. What is absent is as Foyer has it by itself. */
export interface House {
  /** The languages that visitors choose from, in this order; the first is spoken until somebody chooses. Absent: every one. */
  readonly languages?: readonly Language[];
  /** For how many minutes before its beginning a visit may be checked in, on its own day. Absent: the whole of its day. */
  readonly earlyMinutes?: number;
}

/** What the lobby speaks until somebody chooses, and again for the next visitor. */
export const firstLanguage = (house: House | undefined): Language => house?.languages?.[0] ?? defaultLanguage;

/** Whether a visitor may choose this language here. */
export const isOffered = (language: Language, house: House | undefined): boolean => house?.languages?.includes(language) ?? true;
