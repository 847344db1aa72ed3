import type { Result } from '../contract/failure.ts';
import type { Call } from './call.ts';
import type { OperationKey } from './operations.ts';

/** What seldom changes and may be answered from memory. */
const kept: readonly OperationKey[] = ['user.get', 'building.get', 'bookableResource.get'];

interface Memory {
  readonly until: number;
  readonly answer: Result<unknown>;
}

/**
 * A call that asks once for what several want at the same moment, and remembers hosts and places for `keepMilliseconds` by the
 * monotonic clock. Failures are not remembered. Holds at most `most` answers; the oldest goes first.
 */
export function recalling(call: Call, { keepMilliseconds = 5 * 60_000, most = 500, clock = () => performance.now() } = {}): Call {
  const running = new Map<string, Promise<Result<unknown>>>();
  const remembered = new Map<string, Memory>();

  async function ask(name: string, keep: boolean, load: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
    const memory = remembered.get(name);
    if (memory && memory.until > clock()) return memory.answer;
    const answer = await load();
    if (keep && answer.ok) {
      remembered.delete(name);
      remembered.set(name, { until: clock() + keepMilliseconds, answer });
      for (const oldest of remembered.keys()) {
        if (remembered.size <= most) break;
        remembered.delete(oldest);
      }
    }
    return answer;
  }

  return ((key: OperationKey, given: never, within?: number) => {
    const name = `${key} ${JSON.stringify(given)}`;
    const earlier = running.get(name);
    if (earlier) return earlier;
    const asked = ask(name, kept.includes(key), () => call(key, given, within)).finally(() => running.delete(name));
    running.set(name, asked);
    return asked;
  }) as Call;
}
