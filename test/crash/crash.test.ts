import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staleParts } from '../../electron/start/freshness.mjs';
import { root } from '../fakes/foyer.ts';
import { failpoints } from './failpoints.ts';
import { createRandom } from './random.ts';
import { lastRound, randomRound } from './random-round.ts';
import { scenarioOf } from './scenarios.ts';
import { openSite, type Site } from './site.ts';
import { stepRound } from './step-round.ts';

/**
 * The short form of `npm run crash`: a step of each kind, and a handful of random moments, through one data folder. It needs what the build
 * makes, as `npm test` has made it before.
 */
const steps = ['migration.before-commit', 'checkin.after-commit', 'print.half-sent', 'checkout.before-commit'];
const randomKills = 2;
const seed = Number(process.env['FOYER_TEST_SEED'] ?? Date.now() % 1_000_000);

const isBuilt = !(await staleParts(root)).some(({ name }) => name === 'main');
if (!isBuilt) console.warn('SKIPPED: the crash tests need a fresh dist/: node electron/start/build.mjs');

it('DUR-3 every step that the source names stands there once, and a scenario leads to it', () => {
  const names = failpoints();
  expect(names.length).toBeGreaterThan(10);
  expect([...new Set(names)]).toEqual(names);
  expect(names.filter((name) => !scenarioOf(name))).toEqual([]);
});

describe.runIf(isBuilt)('a real Foyer, killed', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  it.each(steps)('DUR-3 DUR-4 at %s, and again as it starts: said ⊆ journal, nothing twice, the file whole', async (name) => {
    expect((await stepRound(site, name)).broken).toEqual([]);
  });

  it('DUR-3 at random moments, through restarts on the same folder', async () => {
    console.log(`seed of the random kills: ${seed} (FOYER_TEST_SEED repeats them)`);
    const random = createRandom(seed);
    for (let round = 1; round <= randomKills; round += 1) {
      expect((await randomRound(site, random, `random ${round}`)).broken, `seed ${seed}, round ${round}`).toEqual([]);
    }
    expect((await lastRound(site, 'last')).broken, `seed ${seed}`).toEqual([]);
    expect(site.notes.said.size).toBeGreaterThan(0);
  });
});
