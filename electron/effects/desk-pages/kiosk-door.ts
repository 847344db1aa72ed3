import type { AdministrationShown } from '../../contract/desk-kiosk.ts';
import type { Door } from '../../core/ports.ts';
import type { Clock } from '../clock.ts';

/** Who is an administrator at a desk, and until when. */
export interface AdminSession {
  /** Whose session it is; undefined: nobody's. */
  name(): string | undefined;
  /** Looks at a PIN, one at a time: while one is looked at, another is not heard. */
  knock(pin: string): void;
  /** Somebody is there. */
  touch(): void;
  leave(): void;
  shown(): Extract<AdministrationShown, { state: 'closed' }>;
  stop(): void;
}

/** So long after the last touch it ends (ms). */
const untilMs = 5 * 60_000;

/** A session that is open at first where somebody came through the lobby's door as an administrator: `cameAs`. `changed`: it was opened, or it ended, or a PIN was wrong. */
export function adminSession(parts: {
  readonly door: Door;
  readonly clock: Pick<Clock, 'after'>;
  readonly cameAs: string | undefined;
  readonly changed: () => void;
  readonly bug: () => void;
}): AdminSession {
  const { door, clock, changed, bug } = parts;
  let name = parts.cameAs;
  let pin: 'asking' | 'looking' | 'wrong' | 'wait' = 'asking';
  let wait = 0;
  let isStopped = false;
  let cancel = () => {};

  function leave(): void {
    cancel();
    name = undefined;
    pin = 'asking';
    wait = 0;
  }

  function touch(): void {
    if (name === undefined) return;
    cancel();
    cancel = clock.after(untilMs, () => {
      leave();
      changed();
    });
  }

  async function look(given: string): Promise<void> {
    const knock = await door.knock(given);
    if (isStopped) return;
    if (knock.kind === 'open') {
      name = knock.name;
      pin = 'asking';
      wait = 0;
      touch();
    } else {
      pin = knock.kind;
      wait = Math.ceil(knock.waitMs / 1_000);
    }
  }

  touch();
  return {
    name: () => name,
    knock: (given) => {
      if (name !== undefined || pin === 'looking') return;
      pin = 'looking';
      look(given)
        .catch(() => {
          pin = 'asking';
          bug();
        })
        .finally(() => {
          if (!isStopped) changed();
        });
    },
    touch,
    leave,
    shown: () => ({ state: 'closed', exists: door.exists(), pin, ...(wait > 0 && pin !== 'looking' && { wait }) }),
    stop: () => {
      isStopped = true;
      leave();
    },
  };
}
