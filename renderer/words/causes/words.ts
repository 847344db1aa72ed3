import type { FailureCode } from '../../../electron/contract/failure.ts';
import type { Language } from '../../../electron/contract/language.ts';
import { en } from './en.ts';
import { zhHans } from './zh-Hans.ts';
import { zhHant } from './zh-Hant.ts';

/** What is the matter, and what a person at the desk can do. */
export interface Told {
  readonly said: string;
  readonly todo: string;
}

/** Every failure that the desk may show; what is about calls of the page is not among them. */
type Cause = Exclude<FailureCode, `call.${string}`>;
export type CauseWords = Readonly<Record<Cause, Told>>;

const causesIn: Readonly<Record<Language, CauseWords>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** What a failure is in words for staff, and what they can do. One that no desk should see is told as what should not happen. */
export function causeIn(language: Language, code: FailureCode): Told {
  const told: Partial<Record<FailureCode, Told>> = causesIn[language];
  return told[code] ?? causesIn[language].bug;
}
