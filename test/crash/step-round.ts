import { brokenInvariants } from './invariants.ts';
import { begin, type Life } from './life.ts';
import { endInOrder, idlePage, lastLine, type Round, timed } from './round.ts';
import { type Scenario, scenarioOf } from './scenarios.ts';
import type { Site } from './site.ts';
import { checkIn } from './visitor.ts';

/** How long a process may take from its start to the step at which it is to die (milliseconds). */
const stepPatience = 60_000;

/** The steps of a start, one of which each start after a kill dies at. */
const ofRecovery = ['settle.before-commit', 'settle.after-commit'];

/**
 * A process dies at a named step; the next one dies as it recovers (rule DUR-4); the third one goes on, lets a visitor in, and ends when
 * it is asked to. What must hold is looked at after each.
 */
export async function stepRound(site: Site, name: string): Promise<Round> {
  const scenario = scenarioOf(name);
  if (!scenario) return { name, what: '', milliseconds: 0, broken: ['no scenario leads to this step: test/crash/scenarios.ts'] };
  return timed(name, scenario.what, async (broken) => {
    await scenario.prepare?.(site);
    await die(site, name, broken, scenario);
    await site.recover();
    await die(site, ofRecovery[name.length % 2] ?? '', broken);
    const life = begin(site);
    const page = await idlePage(life, broken);
    site.isDamaged = false;
    if (page) await checkIn(site, life, page, site.next());
    await endInOrder(site, life, broken);
    return undefined;
  });
}

/** A process that is to die at a step by itself; one that does not is killed, and that is a fault. */
async function die(site: Site, step: string, broken: string[], scenario?: Scenario): Promise<void> {
  const life = begin(site, { ...scenario?.environment, FOYER_CRASH_AT: step });
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    life.end('SIGKILL');
  }, stepPatience);
  await play(site, life, scenario);
  const { signal } = await life.ended;
  clearTimeout(late);
  if (isLate || signal !== 'SIGKILL') broken.push(`${step} was not reached: ${lastLine(life)}`);
  for (const fault of await brokenInvariants(site)) broken.push(`killed at ${step}: ${fault}`);
}

async function play(site: Site, life: Life, scenario: Scenario | undefined): Promise<void> {
  const page = await life.page;
  if (page) await scenario?.play?.(site, life, page);
}
