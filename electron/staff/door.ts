import { join } from 'node:path';
import type { Door, Knock } from '../core/ports.ts';
import type { Clock } from '../effects/clock.ts';
import { nobodyHasPin, peopleWithPin, whosePin } from './pins.ts';
import { readTries, writeTries } from './tries.ts';

/** The file of PINs in a data folder. */
export const pinsIn = (data: string): string => join(data, 'staff.json');

const freeTries = 3;
const firstWaitMs = 5_000;
const longestWaitMs = 5 * 60_000;
/** After a try that could not be counted (a full disk), and while another PIN is looked at. */
const pauseMs = 5_000;

/** How long nobody is heard after so many wrong PINs in a row (ms): nothing up to three, then 5 s, twice as long each time, 5 min at most. */
export const waitAfter = (wrong: number): number =>
  wrong < freeTries ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (wrong - freeTries));

/**
 * The door of a data folder (rule WIN-12). Each try is counted on the disk before it is looked at, so that neither a restart nor a power cut gives
 * more of them; after a restart the whole wait begins anew, because no clock can tell how long the kiosk was off. The right PIN ends the count.
 * `onlyAdmins`: another's PIN is a wrong one, and counted apart, so that nobody buys tries with a PIN of their own.
 */
export function openDoor(data: string, clock: Pick<Clock, 'now'>, { onlyAdmins = false } = {}): Door {
  const pins = pinsIn(data);
  const file = join(data, onlyAdmins ? 'admin-tries.json' : 'staff-tries.json');
  let wrong = readTries(file);
  let closedUntil = clock.now() + waitAfter(wrong);
  let isBusy = false;

  async function look(pin: string): Promise<Knock> {
    if (!writeTries(file, wrong + 1)) return { kind: 'wait', waitMs: pauseMs };
    wrong += 1;
    const person = await whosePin(pins, pin);
    if (person !== undefined && (person.isAdmin || !onlyAdmins)) {
      // A count that stays is only a longer wait for the next mistake.
      if (writeTries(file, 0)) wrong = 0;
      return { kind: 'open', ...person };
    }
    const waitMs = waitAfter(wrong);
    closedUntil = clock.now() + waitMs;
    return { kind: 'wrong', waitMs };
  }

  return {
    exists: () => peopleWithPin(pins).some(({ isAdmin }) => isAdmin || !onlyAdmins),
    isMissing: () => nobodyHasPin(pins),
    knows: (name) => peopleWithPin(pins).some((person) => person.name === name && (person.isAdmin || !onlyAdmins)),
    knock: async (pin) => {
      const waitMs = closedUntil - clock.now();
      if (waitMs > 0) return { kind: 'wait', waitMs };
      if (isBusy) return { kind: 'wait', waitMs: pauseMs };
      isBusy = true;
      return look(pin).finally(() => {
        isBusy = false;
      });
    },
  };
}
