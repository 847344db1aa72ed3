import type { en } from './en.ts';

/** What a setting is called, and what it does, in one line. `values`: its choices in words. */
export interface SettingWords {
  readonly name: string;
  readonly more: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** Every setting that has words, in one language: each has the same ones. */
export type CatalogueWords = Readonly<Record<keyof typeof en, SettingWords>>;
