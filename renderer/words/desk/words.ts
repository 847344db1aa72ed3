import type { DeskScreen, DifferenceShown, Freshness } from '../../../electron/contract/desk.ts';
import type { DeskPageKind } from '../../../electron/contract/desk-limits.ts';
import type { PrinterShown, PrintListed } from '../../../electron/contract/desk-prints.ts';
import type { Language } from '../../../electron/contract/language.ts';
import type { FiguresWords } from '../figures/words.ts';
import type { KioskWords } from '../kiosk/words.ts';
import type { MusterWords } from '../muster/words.ts';
import type { TodayWords } from '../today/words.ts';
import { en } from './en.ts';
import { zhHans } from './zh-Hans.ts';
import { zhHant } from './zh-Hant.ts';

type Receiver = DeskScreen['handOver']['to'][number];
export type Notice = DeskScreen['notices'][number];
/** What a person does with a difference. */
export type Decision = 'ours' | 'theirs' | 'note';
type Kind = DifferenceShown['kind'];
type BadgeState = Extract<DifferenceShown['there'], { kind: 'badge' }>['state'];

/** A count in words: the number itself for its grammar, and as it is written in the language. */
type Counted = (count: number, written: string) => string;

/** What is the matter, and what a person at the desk can do. */
export interface Told {
  readonly said: string;
  readonly todo: string;
}

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
  /** The last prints. */
  readonly prints: {
    readonly title: string;
    readonly none: string;
    readonly what: string;
    readonly printer: string;
    readonly look: string;
    readonly kind: Record<PrintListed['kind'], string>;
    readonly state: Record<PrintListed['state'], string>;
    readonly reprint: string;
    readonly replaced: string;
    readonly handedOver: (when: string) => string;
    readonly picture: string;
    /** What is seen on the picture, for whoever cannot see it. */
    readonly pictureOf: (name: string) => string;
    readonly noPicture: string;
    readonly all: (count: string) => string;
    readonly fewer: string;
  };
  readonly differences: {
    readonly title: string;
    readonly more: string;
    readonly visitor: string;
    readonly here: string;
    readonly there: string;
    readonly right: string;
    readonly kind: Record<Kind, string>;
    readonly checkedIn: (when: string) => string;
    readonly checkedOut: (when: string) => string;
    readonly stillIn: string;
    readonly gone: string;
    readonly state: Record<BadgeState, string>;
    readonly decision: Record<Decision, string>;
    /** A decision as a sentence. */
    readonly chosen: (decision: string) => string;
    readonly follows: { readonly ours: string; readonly theirs: Record<Kind, string>; readonly note: string };
    readonly note: string;
    readonly noteOrNothing: string;
    readonly record: string;
    readonly cancel: string;
  };
  readonly unconfirmed: {
    readonly title: string;
    readonly more: string;
    readonly checkedIn: string;
    readonly closed: string;
    readonly action: string;
    readonly confirm: string;
  };
  readonly dead: {
    readonly title: string;
    readonly more: string;
    readonly what: string;
    readonly receiver: string;
    readonly when: string;
    readonly reason: string;
    readonly status: (status: string) => string;
    readonly action: string;
    readonly again: string;
    readonly allAgain: string;
    readonly to: Record<Receiver, string>;
    /** By the kind of an event; `other` for one that this page does not know. */
    readonly events: { readonly other: string } & Readonly<Record<string, string>>;
  };
  readonly inside: {
    readonly name: string;
    readonly company: string;
    readonly host: string;
    readonly newest: (shown: string, all: string) => string;
    readonly oldest: (shown: string, all: string) => string;
  };
  readonly notices: Record<Notice, Told>;
}

/** The desk's words in every language there is. */
export const deskWordsIn: Readonly<Record<Language, DeskWords>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };
