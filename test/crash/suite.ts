import { shiftInRounds } from './desk-round.ts';
import { failpoints } from './failpoints.ts';
import { createRandom } from './random.ts';
import { lastRound, randomRound } from './random-round.ts';
import type { Round } from './round.ts';
import { scenariosOf } from './scenarios.ts';
import { openSite, type Site } from './site.ts';
import { stepRound } from './step-round.ts';

/** So many rounds go through one data folder, one after the other. */
const roundsOfSite = 20;
/** One random kill of so many is at the desk. */
const ofDesk = 4;

/** What a run of the suite is to do. `only`: the steps whose names begin so; `rounds`: how many random kills. */
export interface Plan {
  readonly seed: number;
  readonly rounds: number;
  readonly only?: string | undefined;
  /** Hears of each round as it ends. */
  readonly tell: (round: Round) => void;
}

/** Every named step in every way that leads to it, then the random moments. Answers how many rounds there were, and how many of them broke something. */
export async function runSuite({ seed, rounds, only = '', tell }: Plan): Promise<{ rounds: number; failed: number }> {
  const total = { rounds: 0, failed: 0 };
  const count = (round: Round) => {
    total.rounds += 1;
    if (round.broken.length > 0) total.failed += 1;
    tell(round);
  };
  const names = failpoints().filter((name) => name.startsWith(only));
  for (const name of new Set(names.filter((each, index) => names.indexOf(each) !== index))) {
    count({ name, what: '', milliseconds: 0, broken: ['the source names this step twice'] });
  }
  const steps = [...new Set(names)];
  for (const name of steps.filter((each) => scenariosOf(each).length === 0)) {
    count({ name, what: '', milliseconds: 0, broken: ['no scenario leads to this step: test/crash/scenarios.ts'] });
  }
  const ways = steps.flatMap((name) => scenariosOf(name).map((scenario) => ({ name, scenario })));
  const isSpecial = ({ scenario }: (typeof ways)[number]) => scenario.prepare !== undefined;
  for (const { name, scenario } of ways.filter(isSpecial)) {
    await onSite(async (site) => count(await stepRound(site, name, scenario)));
  }
  for (const some of inRuns(ways.filter((way) => !isSpecial(way)))) {
    await onSite(async (site) => {
      for (const { name, scenario } of some) count(await stepRound(site, name, scenario));
    });
  }
  const random = createRandom(seed);
  const kills = Array.from({ length: rounds }, (_, index) => index + 1);
  const atDesk = kills.filter((number) => number % ofDesk === 0);
  for (const some of inRuns(kills.filter((number) => number % ofDesk !== 0))) {
    await onSite(async (site) => {
      for (const number of some) count(await randomRound(site, random, `random ${number}`));
      count(await lastRound(site, `after ${some.at(-1)}`));
    });
  }
  for (const some of inRuns(atDesk)) {
    await onSite(async (site) => {
      const shifts = shiftInRounds(site, random);
      for (const number of some) count(await shifts.round(`random ${number}`));
      count(await shifts.last(`after ${some.at(-1)}`));
    });
  }
  return total;
}

async function onSite(use: (site: Site) => Promise<void>): Promise<void> {
  const site = await openSite();
  try {
    await use(site);
  } finally {
    await site.close();
  }
}

function inRuns<T>(items: readonly T[]): readonly (readonly T[])[] {
  return items.length === 0 ? [] : [items.slice(0, roundsOfSite), ...inRuns(items.slice(roundsOfSite))];
}
