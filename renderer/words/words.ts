import type { Language } from '../../electron/contract/language.ts';
import type { Purpose, Refusal } from '../../electron/contract/lobby.ts';
import type { Offline } from '../../electron/contract/snapshot.ts';
import type { Guidance } from '../scan/guidance.ts';
import { en } from './en.ts';
import { zhHans } from './zh-Hans.ts';
import { zhHant } from './zh-Hant.ts';

/** What a refusal says: one sentence, and where it helps one more line. `when` and `place` are already in the screen's language. */
export interface RefusalWords {
  readonly sentence: string;
  readonly more?: string;
}

/** Everything that the lobby says, in one language. The compiler keeps every language complete. */
export interface Words {
  /** The language's name in itself. */
  readonly ownName: string;
  /** The BCP 47 tag that dates and times are formatted with. */
  readonly dates: string;
  readonly direction: 'ltr' | 'rtl';
  readonly moment: string;
  /** A moment inside a sentence: today, and on another day. */
  readonly when: { readonly today: (time: string) => string; readonly otherDay: (dayAndTime: string) => string };
  readonly welcome: { readonly sentence: string; readonly more: string; readonly demo: string; readonly demoMore: string };
  /** What the idle screen plays, and the button that stops it. */
  readonly idle: { readonly name: string; readonly pause: string; readonly play: string };
  /** The kiosk works without the server: what a visitor can do, and, for one who is leaving, only that. */
  readonly offline: Record<Offline, string> & { readonly leaving: string };
  readonly scan: Record<Purpose, { readonly sentence: string }> & {
    readonly hint: string;
    /** What would help a code that is seen and not read. */
    readonly advice: Record<Guidance, string>;
    /** Nothing was read for a while. */
    readonly slow: string;
    /** A code that was read and is not one of ours. */
    readonly foreign: string;
    readonly seen: string;
    readonly viewfinder: string;
    readonly starting: string;
    readonly noCamera: string;
  };
  readonly type: Record<Purpose, { readonly sentence: string; readonly more: string }> & {
    readonly field: string;
    readonly keyboard: string;
    readonly delete: string;
    readonly empty: string;
    /** What was typed cannot be a code. */
    readonly shape: string;
  };
  /** Staff give their PIN to come to the desk. */
  readonly staff: {
    readonly sentence: string;
    readonly more: string;
    readonly field: string;
    readonly looking: string;
    readonly wrong: string;
    readonly wait: (seconds: number) => string;
  };
  /** Who has no code says who they are, and waits for the desk. */
  readonly details: {
    readonly sentence: string;
    readonly more: string;
    readonly empty: string;
    readonly field: { readonly name: string; readonly company: string; readonly host: string };
    readonly accept: string;
  };
  readonly waiting: { readonly sentence: string; readonly more: string };
  readonly outOfOrder: { readonly sentence: string; readonly more: string };
  readonly lookingUp: string;
  readonly confirm: {
    readonly sentence: (name: string) => readonly [before: string, name: string, after: string];
    readonly company: string;
    readonly host: string;
    readonly when: string;
    readonly where: string;
    readonly services: string;
  };
  readonly recording: Record<Purpose, string>;
  readonly checkedIn: {
    readonly sentence: string;
    readonly go: string;
    readonly noPlace: string;
    readonly doorCode: string;
    /** On the pass in the place of a badge: what it is for, and when its visitor checked in. */
    readonly pass: string;
    readonly since: string;
    /** What the visitor asked reception for: it was noted, and no more is said. */
    readonly noted: string;
  };
  readonly checkedOut: { readonly sentence: string; readonly more: string };
  readonly badge: PrintWords;
  readonly slip: PrintWords;
  readonly refused: {
    readonly unknownCode: RefusalWords;
    readonly notACode: RefusalWords;
    /** `opens`: from when on the visitor may check in, where that is sooner. */
    readonly tooEarly: (when: string | undefined, opens: string | undefined) => RefusalWords;
    readonly expired: (when: string | undefined) => RefusalWords;
    readonly otherBuilding: (building: string | undefined) => RefusalWords;
    readonly alreadyCheckedIn: (when: string | undefined, purpose: Purpose) => RefusalWords;
    readonly alreadyCheckedOut: (when: string | undefined) => RefusalWords;
    readonly notCheckedIn: RefusalWords;
    readonly blocked: RefusalWords;
    readonly tooManyTries: RefusalWords;
    readonly noAnswer: RefusalWords;
    readonly notLetIn: RefusalWords;
    readonly nobodyAnswered: RefusalWords;
    readonly notRecorded: (purpose: Purpose) => RefusalWords;
  } & Record<Refusal['reason'], unknown>;
  readonly warning: { readonly sentence: string; readonly seconds: (seconds: number) => string; readonly stay: string };
  readonly action: {
    readonly checkIn: string;
    readonly checkOut: string;
    readonly typeCode: string;
    readonly noCode: string;
    readonly continue: string;
    readonly confirm: string;
    readonly notMe: string;
    readonly back: string;
    readonly done: string;
    readonly tryAgain: string;
  };
  readonly row: {
    readonly name: string;
    readonly language: string;
    readonly contrast: string;
    readonly dark: string;
    readonly light: string;
    readonly larger: string;
    readonly normal: string;
    readonly lower: string;
    readonly help: string;
    readonly staff: string;
  };
  readonly help: { readonly sentence: string; readonly lines: readonly string[]; readonly close: string } & {
    /** Asks a person at the desk to come, and that this was done. */
    readonly call: string;
    readonly called: string;
  };
}

/** What a print is doing, in words; the same states as `PrintShown`. */
export interface PrintWords {
  readonly printing: string;
  readonly take: string;
  readonly sent: string;
  readonly collect: string;
  readonly shown: string;
}

/** The words of every language there is, in the order of the language buttons. */
export const wordsIn: Readonly<Record<Language, Words>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };
