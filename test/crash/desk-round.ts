import { brokenInvariants } from './invariants.ts';
import { begin } from './life.ts';
import type { Random } from './random.ts';
import { drained, endInOrder, idlePage, lastLine, type Round, timed } from './round.ts';
import { beginShift, type Shift, wholeShift } from './shift.ts';
import type { Site } from './site.ts';
import { checkIn } from './visitor.ts';

/** A kill comes this long after the first screen at most (milliseconds): a whole shift takes about as long. */
const longest = 1_200;

const beside = { FOYER_DESK: '1' };

/** A shift at the desk, while the process is killed again and again; whoever sits there goes on with it. */
export interface ShiftInRounds {
  /** Killed from outside at any moment. */
  round(name: string): Promise<Round>;
  /** The last process, which is not killed: the shift comes to its end, and all that waits is handed on. */
  last(name: string): Promise<Round>;
}

/** At a site whose mail server is now and then not as it should be. */
export function shiftInRounds(site: Site, random: Random): ShiftInRounds {
  let shift: Shift | undefined;
  let done = 0;

  /** Works until the process is gone; one shift after the other. */
  async function work(desk: Parameters<Shift>[0], most: number): Promise<boolean> {
    for (let shifts = 0; shifts < most; shifts += 1) {
      shift ??= beginShift(site, wholeShift);
      if (!(await shift(desk))) return false;
      shift = undefined;
      done += 1;
    }
    return true;
  }

  return {
    round: (name) =>
      timed(name, '', async (broken) => {
        const moods = [{}, {}, { rcpt: 451 }, { answer: 'cut' }, { text: 'cut' }, { dot: 'silent' }] as const;
        const mood = moods[random.below(moods.length)] ?? {};
        site.mail.behave = () => mood;
        const life = begin(site, beside);
        const page = await idlePage(life, broken);
        const moment = random.below(longest);
        const kill = setTimeout(() => life.end('SIGKILL'), moment);
        const desk = page && (await life.desk());
        if (desk) await work(desk, Number.POSITIVE_INFINITY);
        const { signal } = await life.ended;
        clearTimeout(kill);
        if (signal !== 'SIGKILL') broken.push(`ended by itself: ${lastLine(life)}`);
        broken.push(...(await brokenInvariants(site)));
        return `killed ${moment} ms after its first screen, at the desk; ${done} shifts are done`;
      }),
    last: (name) =>
      timed(name, 'the desk comes to its end, hands on what waits, and ends in order', async (broken) => {
        await site.recover();
        const life = begin(site, beside);
        const page = await idlePage(life, broken);
        const desk = page && (await life.desk());
        if (!desk || !(await work(desk, 1))) broken.push('the shift at the desk does not come to its end');
        if (page) await checkIn(site, life, page, site.next());
        await drained(site, life);
        await endInOrder(site, life, broken, true);
        return undefined;
      }),
  };
}
