import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhenResult } from 'cockatiel';
import type { Failure, Result } from '../contract/failure.ts';
import { waitAfter } from '../core/backoff.ts';
import { circuitSteps } from './backoff.ts';
import { answeredWithin } from './patience.ts';

/** What came of a call, and what it says of the server: it is there, it is away, or neither. */
export interface Tried {
  readonly result: Result<unknown>;
  readonly server: 'here' | 'away' | 'unclear';
}

/** Keeps calls from a server that is away. */
export interface Circuit {
  /** The failure that opened the circuit, until it is time for a try; undefined: calls go. */
  refusal(): Failure | undefined;
  /**
   * Runs a call, or answers at once with what opened the circuit. While a try runs the others wait for it, at most `within` milliseconds.
   * A probe does not wait until it is time for a try: it is one.
   */
  through(run: () => Promise<Tried>, within: number, isProbe?: boolean): Promise<Result<unknown>>;
  state(): 'closed' | 'open' | 'halfOpen';
}

/** Calls in a row that find the server away before the circuit opens. */
const opensAfter = 5;

const unclear = new Error('says nothing of the server');

/** A closed circuit. One call is let through after a wait that grows and holds some chance; its answer closes the circuit again. */
export function createCircuit({ clock, chance }: { clock: () => number; chance: () => number }): Circuit {
  const policy = circuitBreaker(
    handleWhenResult((tried) => (tried as Tried).server === 'away'),
    {
      breaker: new ConsecutiveBreaker(opensAfter),
      // The library would wait by the wall clock, and stay shut for an hour when that is set back by one: `until` is waited for instead.
      halfOpenAfter: Number.NEGATIVE_INFINITY,
    },
  );
  let openings = 0;
  let until = 0;
  let cause: Failure = { code: 'bookings.unreachable' };
  let trying: Promise<unknown> = Promise.resolve();
  policy.onBreak((reason) => {
    openings += 1;
    until = clock() + waitAfter(openings, circuitSteps, chance());
    const tried = 'value' in reason ? (reason.value as Tried) : undefined;
    if (tried && !tried.result.ok) cause = tried.result.failure;
  });
  policy.onReset(() => {
    openings = 0;
  });

  const refusal = () => (policy.state === CircuitState.Open && clock() < until ? cause : undefined);

  async function through(run: () => Promise<Tried>, within: number, isProbe = false): Promise<Result<unknown>> {
    if (policy.state === CircuitState.HalfOpen) await answeredWithin(trying, within);
    const refused = policy.state === CircuitState.HalfOpen ? cause : isProbe ? undefined : refusal();
    if (refused) return { ok: false, failure: refused };
    const isTry = policy.state === CircuitState.Open;
    let tried: Tried | undefined;
    const running = policy
      .execute(async () => {
        tried = await run();
        if (tried.server !== 'unclear') return tried;
        // What it throws, the library neither counts for the server nor against it; but a try has to show something.
        if (isTry) return { ...tried, server: 'away' as const };
        throw unclear;
      })
      .then(({ result }) => result)
      .catch((error: unknown) => {
        if (error === unclear && tried) return tried.result;
        throw error;
      });
    if (isTry) trying = running.catch(() => {});
    return running;
  }

  const names = { [CircuitState.Open]: 'open', [CircuitState.HalfOpen]: 'halfOpen' } as const;
  return { refusal, through, state: () => names[policy.state as keyof typeof names] ?? 'closed' };
}
