import { type Failure, failure, type Result, success } from '../contract/failure.ts';
import type { Dialect } from './dialect.ts';
import type { Note } from './findings.ts';
import { noteOddities } from './oddities.ts';
import { type Answer, type Arguments, type GivenValue, type OperationKey, operationOf } from './operations.ts';
import { targetOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** An answer, with its age in milliseconds where it is remembered and the server could not be asked; or a failure. */
export type Answered<T> =
  | { readonly ok: true; readonly value: T; readonly age?: number }
  | { readonly ok: false; readonly failure: Failure };

/** Calls an operation; ends within `within` milliseconds at the latest. A failure names the operation, and the field that did not fit. */
export type Call = <K extends OperationKey>(key: K, given: Arguments<K>, within?: number) => Promise<Answered<Answer<K>>>;

/**
 * The typed call over a transport, in the server's dialect; what is odd in an answer but readable is noted. In the background: it leaves
 * room for those calls for which a visitor waits.
 */
export function createCall(transport: Pick<Transport, 'send'>, dialect: Dialect, note?: Note, isBackground = false): Call {
  return async <K extends OperationKey>(key: K, given: Arguments<K>, within = Number.POSITIVE_INFINITY) => {
    const operation = operationOf(key);
    const { method, path } = dialect.place(key);
    const { body, ...values }: { body?: unknown } & Record<string, GivenValue | undefined> = given;
    const target = targetOf(operation, path, values, (name) => dialect.parameter(key, name));
    const sent = await transport.send({
      method,
      target,
      within,
      isRead: operation.isRead,
      isBackground,
      ...(operation.kind && { kind: operation.kind }),
      ...(operation.body && { body: JSON.stringify(dialect.outgoing(key, body)) }),
    });
    if (!sent.ok) return { ok: false, failure: { operation: key, ...sent.failure } };
    const value = dialect.incoming(key, sent.value);
    const answer = readAnswer(key, value);
    if (note && answer.ok) noteOddities(key, value, answer.value, note);
    return answer;
  };
}

/** Reads an answer by its operation's schema; what does not fit is one failure that names operation and field, never a value. */
export function readAnswer<K extends OperationKey>(key: K, value: unknown): Result<Answer<K>> {
  const parsed = operationOf(key).answer.safeParse(value);
  if (parsed.success) return success(parsed.data as Answer<K>);
  const field = fieldOf(parsed.error.issues[0]?.path ?? []);
  return failure('bookings.unreadable', { operation: key, ...(field && { field }) });
}

/** `data[0].period.from`. Only names from our schemas and numbers stand in a path, never a text of the server. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
