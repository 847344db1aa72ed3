import { type Failure, failures } from '../contract/failure.ts';
import type { Answered, Call } from './call.ts';
import { createMemory, type Memory } from './memory.ts';
import { type OperationKey, operationOf } from './operations.ts';
import { answeredWithin } from './patience.ts';

/** What seldom changes and is no visitor's: it may be answered from memory. Never badges, appointments or door codes. */
const kept: ReadonlySet<OperationKey> = new Set<OperationKey>([
  'system.information',
  'building.get',
  'building.search',
  'bookableResource.get',
  'bookableResource.search',
  'user.get',
  'user.search',
  'serviceItem.get',
  'serviceItem.search',
]);

/** Remembered for when the server is away alone: whoever asks for it wants to know whether the server is there now. */
const alwaysAsked: OperationKey = 'system.information';

/** How long an answer stands for the server's own, and how long in place of a server that is away (milliseconds). */
const freshMilliseconds = 5 * 60_000;
const staleMilliseconds = 24 * 60 * 60_000;

/** With less than this left nobody asks again (milliseconds). */
const leastAgain = 100;

/** A call under way, and the deadline of who began it (monotonic milliseconds). */
interface Flight {
  readonly asked: Promise<Answered<unknown>>;
  readonly until: number;
}

interface Recalling {
  readonly memory?: Memory;
  /** How long an answer stands for the server's own, in milliseconds. */
  readonly fresh?: number;
  readonly clock?: () => number;
}

/**
 * A call that asks once for what several want at the same moment, each of them within its own deadline, and remembers places, hosts,
 * and what the site offers for five minutes, unless told for how long. When the server is away (a failure that may be tried again), the old
 * answer stands for a day, with its age; any other failure, first of all a token that is not taken, is told as it is. Writes go through.
 */
export function recalling(
  call: Call,
  { memory = createMemory(), fresh: freshFor = freshMilliseconds, clock = () => performance.now() }: Recalling = {},
): Call {
  const running = new Map<string, Flight>();

  function start(name: string, key: OperationKey, given: object, until: number): Promise<Answered<unknown>> {
    const asked = (call as (...all: unknown[]) => Promise<Answered<unknown>>)(key, given, until - clock()).finally(() =>
      running.delete(name),
    );
    running.set(name, { asked, until });
    if (kept.has(key)) {
      asked.then(
        (answer) => remember(name, answer),
        () => {},
      );
    }
    return asked;
  }

  function remember(name: string, answer: Answered<unknown>): void {
    if (answer.ok) memory.keep(name, answer.value);
    // The server no longer has it, or no longer shows it to this kiosk.
    else if (['bookings.notFound', 'bookings.forbidden'].includes(answer.failure.code)) memory.forget(name);
  }

  async function ask(name: string, key: OperationKey, given: object, until: number): Promise<Answered<unknown>> {
    const late: Answered<unknown> = { ok: false, failure: { operation: key, code: 'bookings.timeout' } };
    if (until <= clock()) return late;
    const joined = running.get(name);
    const answer = await answeredWithin(joined?.asked ?? start(name, key, given, until), until - clock());
    if (!joined || !answer || !isCutShort(answer, joined.until, until) || until - clock() < leastAgain) return answer ?? late;
    const again = await answeredWithin(running.get(name)?.asked ?? start(name, key, given, until), until - clock());
    return again ?? late;
  }

  return (async (key: OperationKey, given: object, within = Number.POSITIVE_INFINITY) => {
    if (!operationOf(key).isRead) return (call as (...all: unknown[]) => unknown)(key, given, within);
    const name = `${key} ${JSON.stringify(given)}`;
    const fresh = kept.has(key) && key !== alwaysAsked ? memory.recall(name, freshFor) : undefined;
    if (fresh) return { ok: true, value: fresh.value };
    const answer = await ask(name, key, given, clock() + within);
    if (answer.ok || !kept.has(key) || !isAway(answer.failure)) return answer;
    const old = memory.recall(name, staleMilliseconds);
    return old ? { ok: true, value: old.value, age: old.age } : answer;
  }) as Call;
}

const isAway = ({ code }: Failure): boolean => failures[code].retry;

/** Did whoever joined late fail by the deadline of the first, and not by its own? */
const isCutShort = (answer: Answered<unknown>, first: number, own: number): boolean =>
  !answer.ok && (answer.failure.code === 'bookings.timeout' || (isAway(answer.failure) && own - first >= leastAgain));
