import * as z from 'zod';
import type { CallName, Envelope } from './calls.ts';
import type { Snapshot } from './snapshot.ts';

/** Where the browser host's page opens its one WebSocket, on its own origin. */
export const wirePath = '/wire';

/** The longest message that a page may send, in bytes; a longer one closes the socket. */
export const wireLimit = 16 * 1024;

/**
 * What the page of the browser host sends: one call. `id` is the page's own number, echoed in the answer. `args` is checked against
 * the contract by the gate, so here it is only a list.
 */
export const wireCallSchema = z.strictObject({
  id: z.int().nonnegative(),
  call: z.string().max(64),
  args: z.array(z.unknown()).max(8),
});
export type WireCall = { readonly id: number; readonly call: CallName; readonly args: readonly unknown[] };

/** What the page receives, as JSON text: the answer to a call, or a push. */
export type WireMessage =
  | { readonly id: number; readonly envelope: Envelope<unknown> }
  | { readonly push: 'snapshot'; readonly value: Snapshot };
