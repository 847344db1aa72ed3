import { brokenInvariants } from './invariants.ts';
import { begin, type Life } from './life.ts';
import { drained, endInOrder, idlePage, lastLine, type Round, timed } from './round.ts';
import type { Scenario } from './scenarios.ts';
import { beginShift, type Shift } from './shift.ts';
import type { Site } from './site.ts';
import { checkIn } from './visitor.ts';

/** How long a process may take from its start to the step at which it is to die (milliseconds). */
const stepPatience = 60_000;

/** The steps of a start, one of which each start after a kill dies at. */
const ofRecovery = ['settle.before-commit', 'settle.after-commit'];

const beside = { FOYER_DESK: '1' };

/**
 * A process dies at a named step; the next one dies as it recovers (rule DUR-4); the third one goes on, lets a visitor in, and ends when
 * it is asked to. What must hold is looked at after each. Staff who were at work at the desk look at what it shows in the third one, and do what is not done.
 */
export async function stepRound(site: Site, name: string, scenario: Scenario): Promise<Round> {
  return timed(name, scenario.what, async (broken) => {
    await scenario.prepare?.(site);
    const shift = scenario.shift && beginShift(site, scenario.shift);
    await die(site, name, broken, scenario, shift);
    await site.recover();
    await die(site, ofRecovery[name.length % 2] ?? '', broken);
    const life = begin(site, shift && beside);
    const page = await idlePage(life, broken);
    site.isDamaged = false;
    if (shift && !(await work(life, shift))) broken.push('the shift at the desk does not come to its end');
    if (page) await checkIn(site, life, page, site.next());
    if (scenario.isDrained) await drained(site, life);
    await endInOrder(site, life, broken, scenario.isDrained);
    return undefined;
  });
}

/** A process that is to die at a step by itself; one that does not is killed, and that is a fault. */
async function die(site: Site, step: string, broken: string[], scenario?: Scenario, shift?: Shift): Promise<void> {
  const life = begin(site, { ...(shift && beside), ...scenario?.environment, FOYER_CRASH_AT: step });
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    life.end('SIGKILL');
  }, stepPatience);
  await play(site, life, scenario, shift);
  const { signal } = await life.ended;
  clearTimeout(late);
  if (isLate || signal !== 'SIGKILL') broken.push(`${step} was not reached: ${lastLine(life)}`);
  for (const fault of await brokenInvariants(site)) broken.push(`killed at ${step}: ${fault}`);
}

async function play(site: Site, life: Life, scenario: Scenario | undefined, shift: Shift | undefined): Promise<void> {
  const page = await life.page;
  if (page) await scenario?.play?.(site, life, page);
  if (page && shift) await work(life, shift);
}

async function work(life: Life, shift: Shift): Promise<boolean> {
  const desk = await life.desk();
  return desk !== undefined && (await shift(desk));
}
