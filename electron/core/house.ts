import { defaultLanguage, type Language } from '../contract/language.ts';

/** What the confirm screen tells of a visit besides the visitor's name, and the screen after a check-in. */
export const confirmDetails = ['company', 'host', 'time', 'place'] as const;
export const doneDetails = ['host', 'place'] as const;

/** A text of the site in some of the languages. */
export type OwnWords = Readonly<Partial<Record<Language, string>>>;

/** How a site wants its lobby. What is absent is as Foyer has it by itself. */
export interface House {
  /** The languages that visitors choose from, in this order; the first is spoken until somebody chooses. Absent: every one. */
  readonly languages?: readonly Language[];
  /** The site's own colour, `#rrggbb`. */
  readonly accent?: string;
  /** For how many minutes before its beginning a visit may be checked in, on its own day. Absent: the whole of its day. */
  readonly earlyMinutes?: number;
  /** Which details the confirm screen and the one after a check-in tell. Absent: all. */
  readonly confirmShows?: readonly (typeof confirmDetails)[number][];
  readonly doneShows?: readonly (typeof doneDetails)[number][];
  /** The site's own words, cleaned, by language: its greeting, and a line after a check-in. A language without has Foyer's own. */
  readonly welcome?: OwnWords;
  readonly arrived?: OwnWords;
}

/** What the lobby speaks until somebody chooses, and again for the next visitor. */
export const firstLanguage = (house: House | undefined): Language => house?.languages?.[0] ?? defaultLanguage;

/** Whether a visitor may choose this language here. */
export const isOffered = (language: Language, house: House | undefined): boolean => house?.languages?.includes(language) ?? true;
