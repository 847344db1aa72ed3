import { randomUUID } from 'node:crypto';
import type { DeskScreen } from '../contract/desk.ts';
import type { Bookings } from '../core/ports.ts';
import { printContent } from '../core/print.ts';
import type { Prints, Reprint } from '../core/prints.ts';
import type { Circumstances } from '../core/scene.ts';
import type { Answers } from './answers.ts';
import { within } from './clock.ts';
import { type PrintParts, printQueued } from './print.ts';

/** What a badge that staff ask for is printed with. `doorCode`: where the code of a room's door is told. */
export interface DeskBadgeParts extends PrintParts {
  readonly bookings: Pick<Bookings, 'doorCode'>;
  readonly doorCode?: Circumstances['doorCode'];
}

/** The badges that staff ask for, and the one picture that they look at. */
export interface DeskBadges {
  /** Prints another badge in the place of one; tells of each step. */
  printAgain(printId: string): void;
  /** Shows what was printed, or puts it away. */
  look(printId: string | undefined): void;
  /** What is looked at; gone once it is not kept any more. */
  picture(isKept: (printId: string) => boolean): DeskScreen['picture'];
  /** Waits for a running print. */
  stop(): Promise<void>;
}

/** The longest that a badge waits for the code of a door; without it, it is printed all the same (milliseconds). */
const doorMs = 2_000;

/** Carries out what staff want of single badges. `site`: its name, for the badge; `changed`: the journal has something new of them. */
export function runDeskBadges(
  parts: DeskBadgeParts & {
    readonly prints: Pick<Prints, 'printAgain' | 'picture'>;
    readonly answers: Answers;
    readonly site: () => string | undefined;
    readonly changed: () => void;
  },
): DeskBadges {
  const { prints, answers, bookings, clock, log, site, changed } = parts;
  const running = new Set<Promise<void>>();
  let shown: DeskScreen['picture'];

  async function print(reprintId: string, { visit, checkedInAt }: Reprint): Promise<void> {
    try {
      const doorCode = await doorCodeOf(visit);
      await printQueued(reprintId, printContent('badge', visit, [checkedInAt], { site: site(), doorCode }), parts);
    } catch {
      log.log('bug', { effect: 'print' });
    }
    changed();
  }

  async function doorCodeOf({ place, period }: Reprint['visit']): Promise<string | undefined> {
    const isOnBadge = parts.doorCode === 'badge' || parts.doorCode === 'both';
    if (!isOnBadge || place.roomId === undefined) return undefined;
    const asked = bookings.doorCode(place.roomId, period).then((found) => (found.ok ? found.value : undefined));
    return within(clock, doorMs, asked, undefined);
  }

  return {
    printAgain: (printId) => {
      const reprintId = randomUUID();
      const reprint = answers.written(prints.printAgain({ printId, reprintId, at: clock.wall() }));
      if (!reprint) return;
      const task = print(reprintId, reprint).finally(() => running.delete(task));
      running.add(task);
    },
    look: (printId) => {
      const png = printId === undefined ? undefined : answers.read(prints.picture(printId));
      shown = printId === undefined ? undefined : { print: printId, ...(png && { source: sourceOf(png) }) };
    },
    picture: (isKept) => {
      if (shown && !isKept(shown.print)) shown = undefined;
      return shown;
    },
    stop: async () => {
      await Promise.allSettled(running);
    },
  };
}

const sourceOf = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
