import { type Failure, type Result, success } from '../contract/failure.ts';

/** Calls in the background have four places. */
const atOnce = 4;

/** Does something with each, a few at once: what came of it in their order, or the first failure, after which nothing more is begun. */
export async function several<T, R>(items: readonly T[], work: (item: T) => Promise<Result<R>>): Promise<Result<R[]>> {
  const values: R[] = [];
  let fault: Failure | undefined;
  const waiting = items.entries();
  const worker = async () => {
    for (const [place, item] of waiting) {
      if (fault) return;
      const done = await work(item);
      if (done.ok) values[place] = done.value;
      else fault ??= done.failure;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return fault ? { ok: false, failure: fault } : success(values);
}
