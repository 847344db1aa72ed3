import type { DeskScreen, Freshness } from '../../../electron/contract/desk.ts';
import type { DeskPageKind } from '../../../electron/contract/desk-limits.ts';
import type { PrinterShown } from '../../../electron/contract/desk-prints.ts';
import type { Language } from '../../../electron/contract/language.ts';
import type { Counted } from '../counted.ts';
import type { DeadLetterWords } from '../dead-letters/words.ts';
import type { DifferenceWords } from '../differences/words.ts';
import type { FiguresWords } from '../figures/words.ts';
import type { KioskWords } from '../kiosk/words.ts';
import type { MusterWords } from '../muster/words.ts';
import type { NoticeWords } from '../notices/words.ts';
import type { PrintsWords } from '../prints/words.ts';
import type { TodayWords } from '../today/words.ts';
import { en } from './en.ts';
import { zhHans } from './zh-Hans.ts';
import { zhHant } from './zh-Hant.ts';

type Receiver = DeskScreen['handOver']['to'][number];

/** Everything that the desk says, in one language. The compiler keeps every language complete. Times and numbers come already written. */
export interface DeskWords {
  readonly title: string;
  /** Said politely to a screen reader when it changes. */
  readonly summary: (server: string, needs: string) => string;
  /** What stands between two sentences. */
  readonly between: string;
  readonly justNow: string;
  readonly exactTimes: string;
  /** The pages of the desk, and what their row is called. */
  readonly pages: Record<DeskPageKind, string> & { readonly name: string };
  readonly today: TodayWords;
  readonly muster: MusterWords;
  readonly kiosk: KioskWords;
  /** Who waits in the lobby. */
  readonly requests: {
    readonly title: string;
    readonly help: string;
    readonly walkIn: (name: string) => string;
    readonly blocked: (name: string) => string;
    readonly wish: (name: string) => string;
    readonly visits: (host: string) => string;
    readonly letIn: string;
    readonly notNow: string;
    readonly seen: string;
  };
  readonly figures: FiguresWords;
  /** Back to the lobby, for whoever came from it; and to close a desk of its own window, with the name of who opened it, where that is known. */
  readonly leave: (name: string) => string;
  readonly close: (name: string | undefined) => string;
  /** In the place of the name of whoever opened it. */
  readonly nobody: string;
  /** A desk that nobody has opened. */
  readonly closed: {
    readonly sentence: string;
    readonly more: string;
    readonly open: string;
    readonly people: Counted;
    readonly wishes: Counted;
  };
  readonly server: {
    readonly title: string;
    readonly online: string;
    readonly onlineMore: string;
    readonly offline: string;
    readonly since: (when: string) => string;
    readonly canCheckIn: string;
    readonly askReception: string;
  };
  readonly roster: {
    readonly title: string;
    readonly state: Record<Freshness, string>;
    readonly more: Record<Exclude<Freshness, 'fresh'>, string>;
    readonly badges: Counted;
    readonly from: (when: string) => string;
    readonly downloading: Counted;
    readonly failed: string;
  };
  readonly handOver: {
    readonly title: string;
    readonly none: string;
    readonly noneMore: string;
    readonly state: { readonly done: string; readonly waiting: string; readonly dead: string };
    readonly to: Record<Receiver, string>;
    readonly waiting: string;
    readonly sent: string;
    readonly dead: string;
    readonly expired: string;
    readonly unsure: string;
    readonly failed: string;
  };
  readonly printers: {
    readonly title: (name: string) => string;
    readonly ready: string;
    readonly warned: string;
    readonly stopped: string;
    readonly warning: Record<PrinterShown['warnings'][number], string>;
    readonly media: (media: string) => string;
    readonly labels: Counted;
    readonly since: (when: string) => string;
    readonly newRoll: string;
  };
  readonly needs: { readonly title: string; readonly nothing: string; readonly asked: string; readonly late: string };
  /** Badges that need a person. */
  readonly badges: {
    readonly title: string;
    readonly more: string;
    readonly what: string;
    readonly action: string;
    readonly again: string;
    readonly handedOver: string;
    readonly printing: string;
    /** The kiosk was stopped before it was known what became of it, and before anything had left. */
    readonly stoppedWhile: string;
    readonly stoppedBefore: string;
  };
  readonly prints: PrintsWords;
  readonly differences: DifferenceWords;
  readonly unconfirmed: {
    readonly title: string;
    readonly more: string;
    readonly checkedIn: string;
    readonly closed: string;
    readonly action: string;
    readonly confirm: string;
  };
  readonly dead: DeadLetterWords;
  readonly inside: {
    readonly name: string;
    readonly company: string;
    readonly host: string;
    readonly newest: (shown: string, all: string) => string;
    readonly oldest: (shown: string, all: string) => string;
  };
  readonly notices: NoticeWords;
}

/** The desk's words in every language there is. */
export const deskWordsIn: Readonly<Record<Language, DeskWords>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };
