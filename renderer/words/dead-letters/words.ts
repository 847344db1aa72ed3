import type { DeskScreen } from '../../../electron/contract/desk.ts';

type Receiver = DeskScreen['dead'][number]['receiver'];

/** What is said of what a receiver did not take, in one language. */
export interface DeadLetterWords {
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
}
