import * as z from 'zod';
import type { failureCodeSchema } from './failure.ts';
import { intentSchema } from './intent.ts';
import { snapshotSchema } from './snapshot.ts';

/**
 * The one contract value: every call a renderer can make. The preload, the IPC side, the browser side and the test fakes are
 * derived from it. `args` is parsed before a handler sees it, `result` before an answer leaves, so nothing unlisted crosses.
 */
export const calls = {
  /** The newest snapshot. */
  snapshot: { args: z.tuple([]), result: snapshotSchema },
  /** A person's wish. The answer says that it was taken, not what came of it: that is in the next snapshot. */
  intent: { args: z.tuple([intentSchema]), result: z.null() },
} as const;

/** What main pushes: a new snapshot. */
export const pushes = { snapshot: snapshotSchema } as const;

export type CallName = keyof typeof calls;
export type Arguments<N extends CallName> = z.infer<(typeof calls)[N]['args']>;
export type Answer<N extends CallName> = z.infer<(typeof calls)[N]['result']>;

/** What crosses back: the value, or a code from the closed list and nothing else. */
export type Envelope<T> = { ok: true; value: T } | { ok: false; code: z.infer<typeof failureCodeSchema> };

/** What the page finds at `window.foyer`, in both hosts. `onSnapshot` returns its own unsubscribe. */
export type Bridge = {
  [N in CallName]: (...args: Arguments<N>) => Promise<Envelope<Answer<N>>>;
} & { onSnapshot: (listener: (snapshot: z.infer<typeof snapshotSchema>) => void) => () => void };
