import { type Call, readAnswer } from '../../electron/bookings/call.ts';
import type { OperationKey } from '../../electron/bookings/operations.ts';
import { failure, type Result, success } from '../../electron/contract/failure.ts';

/** A call that is answered by a function: JSON, or a failure. For what is not about HTTP. */
export function answering(answer: (given: Record<string, unknown>, key: OperationKey) => unknown) {
  const asked: Record<string, unknown>[] = [];
  const call = (async (key: OperationKey, given: Record<string, unknown>): Promise<Result<unknown>> => {
    asked.push(given);
    const value = answer(given, key);
    return value === 'broken' ? failure('bookings.broken', { operation: key }) : readAnswer(key, value);
  }) as Call;
  return { asked, call };
}

/** All rows of a stream, or its failure. */
export async function everyRow<T>(rows: AsyncIterable<Result<T>>): Promise<Result<T[]>> {
  const all: T[] = [];
  for await (const row of rows) {
    if (!row.ok) return row;
    all.push(row.value);
  }
  return success(all);
}
