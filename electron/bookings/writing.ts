import type { Result } from '../contract/failure.ts';
import type { Operation } from './operations/operation.ts';
import { targetOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** A write about one badge: where the installer says that it is, the server's id of the badge, and the key that makes it one and the same. */
interface BadgeWriting {
  readonly place: Pick<Operation, 'method' | 'path'>;
  readonly id: string;
  readonly body: Readonly<Record<string, string>>;
  readonly key: string;
}

/** What came of it. `status`: of an answer, where there was one; `retryAfterMs`: how long the server asks to be left alone. */
export interface Written {
  readonly result: Result<unknown>;
  readonly status?: number;
  readonly retryAfterMs?: number;
}

/** Writes once, giving way to calls for which a visitor waits. Never rejects. */
export type WriteBadge = (writing: BadgeWriting) => Promise<Written>;

/** Nobody waits for a write, and a slow server is no failed one (milliseconds). */
const writingMs = 10_000;

/** Writes over the client's own transport: the token goes to its own origin alone, and not while it is not taken. */
export function badgeWriter(transport: Pick<Transport, 'send'>): WriteBadge {
  return async ({ place, id, body, key }) => {
    let last: { status?: number; retryAfter?: number } = {};
    const result = await transport.send({
      method: place.method,
      target: targetOf({ segments: ['id'], query: {} }, place.path, { id }),
      body: JSON.stringify(body),
      key,
      within: writingMs,
      isRead: false,
      isBackground: true,
      // What the server answers is not known: anything but a web page is as good as nothing at all.
      kind: 'file',
      heard: (heard) => {
        last = heard;
      },
    });
    const { status, retryAfter } = last;
    return { result, ...(status !== undefined && { status }), ...(retryAfter !== undefined && { retryAfterMs: retryAfter }) };
  };
}
