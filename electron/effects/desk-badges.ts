import { randomUUID } from 'node:crypto';
import type { Bookings } from '../core/ports.ts';
import { isOnBadge, printContent } from '../core/print.ts';
import type { Prints, Reprint } from '../core/prints.ts';
import type { Circumstances } from '../core/scene.ts';
import type { Answers } from './answers.ts';
import { within } from './clock.ts';
import { type PrintParts, printQueued } from './print.ts';

/** What a badge that staff ask for is printed with. `doorCode`: where the code of a room's door is told. */
export interface DeskBadgeParts extends PrintParts {
  readonly bookings: Pick<Bookings, 'doorCode' | 'hostsNamed'>;
  readonly doorCode?: Circumstances['doorCode'];
}

/** The badges that staff ask for. */
export interface DeskBadges {
  /** Prints another badge in the place of one; tells of each step. */
  printAgain(printId: string): void;
  /** Prints what the journal has as `queued`, one badge after the other. */
  print(printId: string, badge: Reprint): void;
  /** Waits for a running print. */
  stop(): Promise<void>;
}

/** The longest that a badge waits for the code of a door; without it, it is printed all the same (milliseconds). */
const doorMs = 2_000;

/** Carries out what staff want of single badges. `site`: its name, for the badge; `changed`: the journal has something new of them. */
export function runDeskBadges(
  parts: DeskBadgeParts & {
    readonly prints: Pick<Prints, 'printAgain'>;
    readonly answers: Answers;
    readonly site: () => string | undefined;
    /** Whose PIN opened the desk. */
    readonly by: () => string | undefined;
    readonly changed: () => void;
  },
): DeskBadges {
  const { prints, answers, bookings, clock, log, site, by, changed } = parts;
  let last: Promise<void> = Promise.resolve();

  async function draw(reprintId: string, { visit, checkedInAt }: Reprint): Promise<void> {
    try {
      const doorCode = await doorCodeOf(visit);
      await printQueued(reprintId, printContent('badge', visit, [checkedInAt], { site: site(), doorCode }), parts);
    } catch {
      log.log('bug', { effect: 'print' });
    }
    changed();
  }

  async function doorCodeOf({ place, period }: Reprint['visit']): Promise<string | undefined> {
    if (!isOnBadge(parts.doorCode) || place.roomId === undefined) return undefined;
    const asked = bookings.doorCode(place.roomId, period).then((found) => (found.ok ? found.value : undefined));
    return within(clock, doorMs, asked, undefined);
  }

  function print(printId: string, badge: Reprint): void {
    last = last.then(() => draw(printId, badge));
  }

  return {
    printAgain: (printId) => {
      const reprintId = randomUUID();
      const name = by();
      const said = { at: clock.wall(), ...(name !== undefined && { by: name }) };
      const reprint = answers.written(prints.printAgain({ printId, reprintId, ...said }));
      if (reprint) print(reprintId, reprint);
    },
    print,
    stop: () => last,
  };
}
