import { failure, type Result, success } from '../contract/failure.ts';
import { type Answer, type Arguments, type OperationKey, operations } from './operations.ts';
import { placeOf, targetOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** Calls an operation; ends within `within` milliseconds at the latest. A failure names the operation, and the field that did not fit. */
export type Call = <K extends OperationKey>(key: K, given: Arguments<K>, within?: number) => Promise<Result<Answer<K>>>;

/** The typed call over a transport, with the installer's paths over the defaults. */
export function createCall(transport: Transport, paths: Readonly<Record<string, string>>): Call {
  return async <K extends OperationKey>(key: K, given: Arguments<K>, within = Number.POSITIVE_INFINITY) => {
    const { method, path } = placeOf(key, paths);
    const sent = await transport.send({ method, target: targetOf(operations[key], path, given), within });
    return sent.ok ? readAnswer(key, sent.value) : { ok: false, failure: { operation: key, ...sent.failure } };
  };
}

/** Reads an answer by its operation's schema; what does not fit is one failure that names operation and field, never a value. */
export function readAnswer<K extends OperationKey>(key: K, value: unknown): Result<Answer<K>> {
  const parsed = operations[key].answer.safeParse(value);
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
