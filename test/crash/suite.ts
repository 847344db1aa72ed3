import { failpoints } from './failpoints.ts';
import { createRandom } from './random.ts';
import { lastRound, randomRound } from './random-round.ts';
import type { Round } from './round.ts';
import { scenarioOf } from './scenarios.ts';
import { openSite, type Site } from './site.ts';
import { stepRound } from './step-round.ts';

/** So many rounds go through one data folder, one after the other. */
const roundsOfSite = 20;

/** What a run of the suite is to do. `only`: the steps whose names begin so; `rounds`: how many random kills. */
export interface Plan {
  readonly seed: number;
  readonly rounds: number;
  readonly only?: string | undefined;
  /** Hears of each round as it ends. */
  readonly tell: (round: Round) => void;
}

/** Every named step, then the random moments. Answers how many rounds there were, and how many of them broke something. */
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
  const special = steps.filter((name) => scenarioOf(name)?.prepare);
  for (const name of special) await onSite(async (site) => count(await stepRound(site, name)));
  for (const some of inRuns(steps.filter((name) => !special.includes(name)))) {
    await onSite(async (site) => {
      for (const name of some) count(await stepRound(site, name));
    });
  }
  const random = createRandom(seed);
  for (const some of inRuns(Array.from({ length: rounds }, (_, index) => index + 1))) {
    await onSite(async (site) => {
      for (const number of some) count(await randomRound(site, random, `random ${number}`));
      count(await lastRound(site, `after ${some.at(-1)}`));
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
