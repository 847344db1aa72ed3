import { type Answer, type Arguments, type CallName, calls, type Envelope, pushes } from '../contract/calls.ts';
import { type FailureCode, failureCodeSchema, type Result } from '../contract/failure.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { Page } from './pages.ts';
import { sayBug } from './terminal.ts';

/** What answers each call of the contract. Expected failures are values; an exception is a bug and crosses as the code `bug`. */
export type Handlers = {
  readonly [N in CallName]: (...args: Arguments<N>) => Result<Answer<N>> | Promise<Result<Answer<N>>>;
};

/** One screen of the app, as a host serves it to one window. */
export interface ServedScreen {
  readonly handlers: Handlers;
  /** Calls back with every new snapshot; returns its own unsubscribe. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
  /** Notes in the log that a bug ended a call, or kept a snapshot back. */
  noteBug?(call: CallName): void;
  /** Whoever was at it has put its window away. */
  left?(): void;
  /** The page is gone, or was; it will come back, to whoever stands there then. `resting`: it was lost too often, and another stands in for a while. */
  pageLost?(trouble: 'gone' | 'unresponsive' | 'resting'): void;
}

/** The app, as a host needs it: its first screen, and what belongs to all of it. */
export interface Served extends ServedScreen {
  /** The desk, where it is shown beside the lobby. */
  readonly desk?: ServedScreen;
  /** A picture of the idle screen by its name; undefined: there is none of that name now. */
  picture?(name: string): Page | undefined;
  /** The machine has slept: what was open or known before is looked at again. */
  resumed?(): void;
  /** Stops taking, finishes what is being written, closes: within 2 s. */
  stop(): Promise<void>;
}

/** The one way from a page into the app and back, the same for every host. Who may call is the host's own check, before this. */
export interface Gate {
  /** Answers a call. Name and arguments are whatever a page sent. Never rejects. */
  answer(call: unknown, args: unknown): Promise<Envelope<unknown>>;
  /** Snapshots fit to cross; returns its own unsubscribe. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
}

type Handler = (...args: unknown[]) => Result<unknown> | Promise<Result<unknown>>;

const refused = (code: FailureCode): Envelope<never> => ({ ok: false, code });

/**
 * The gate before an app. Arguments are parsed before a handler sees them and results before they leave, so nothing that the
 * contract does not list crosses, and of a failure only its code. One intent of a kind is in flight at a time. `onBug` hears of
 * handlers that threw, or answered what the contract does not allow.
 */
export function createGate(app: ServedScreen, onBug: (call: CallName, error: unknown) => void): Gate {
  const inFlight = new Set<string>();

  const run = async (name: CallName, args: unknown[]): Promise<Envelope<unknown>> => {
    try {
      const outcome = await (app.handlers[name] as Handler)(...args);
      return outcome.ok
        ? { ok: true, value: calls[name].result.parse(outcome.value) }
        : refused(failureCodeSchema.parse(outcome.failure.code));
    } catch (error) {
      onBug(name, error);
      return refused('bug');
    }
  };

  return {
    async answer(call, args) {
      if (!isCall(call)) return refused('call.malformed');
      const parsed = parseArguments(call, args);
      if (!parsed) return refused('call.malformed');
      const slot = slotOf(call, parsed);
      if (slot === undefined) return run(call, parsed);
      if (inFlight.has(slot)) return refused('call.busy');
      inFlight.add(slot);
      return run(call, parsed).finally(() => inFlight.delete(slot));
    },
    onSnapshot(listener) {
      return app.onSnapshot((snapshot) => {
        const parsed = pushes.snapshot.safeParse(snapshot);
        if (parsed.success) listener(parsed.data);
        else onBug('snapshot', parsed.error);
      });
    },
  };
}

/** A gate whose bugs are noted in the app's log, and shown where Foyer was started. */
export function createReportingGate(app: ServedScreen): Gate {
  return createGate(app, (call, error) => {
    sayBug(error);
    app.noteBug?.(call);
  });
}

const isCall = (call: unknown): call is CallName => typeof call === 'string' && Object.hasOwn(calls, call);

function parseArguments(call: CallName, args: unknown): unknown[] | undefined {
  try {
    return calls[call].args.safeParse(args).data;
  } catch {
    // A getter or a proxy among the arguments may throw while it is read.
    return undefined;
  }
}

/** What only one call may hold at a time: reading has no limit, a wish has one for each kind. */
function slotOf(call: CallName, args: unknown[]): string | undefined {
  return call === 'intent' ? (args as Arguments<'intent'>)[0].kind : undefined;
}
