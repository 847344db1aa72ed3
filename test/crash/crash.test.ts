import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staleParts } from '../../electron/start/freshness.mjs';
import { root } from '../fakes/foyer.ts';
import { failpoints } from './failpoints.ts';
import { createRandom } from './random.ts';
import { lastRound, randomRound } from './random-round.ts';
import { type Scenario, scenariosOf } from './scenarios.ts';
import { openSite, type Site } from './site.ts';
import { stepRound } from './step-round.ts';

/**
 * The short form of `npm run crash`: a step of each kind, and a handful of random moments, through one data folder. It needs what the build
 * makes, as `npm test` has made it before.
 */
const steps = ['migration.before-commit', 'checkin.after-commit', 'print.half-sent', 'checkout.before-commit'];
/** The same of what staff do, and of what hosts are told. */
const ofTheDesk = ['correct.after-commit', 'muster.tick.before-commit'];
const randomKills = 2;
const seed = Number(process.env['FOYER_TEST_SEED'] ?? Date.now() % 1_000_000);

const isBuilt = !(await staleParts(root)).some(({ name }) => name === 'main');
if (!isBuilt) console.warn('SKIPPED: the crash tests need a fresh dist/: node electron/start/build.mjs');

it('DUR-3 every step that the source names stands there once, and a scenario leads to it', () => {
  const names = failpoints();
  expect(names.length).toBeGreaterThan(10);
  expect([...new Set(names)]).toEqual(names);
  expect(names.filter((name) => scenariosOf(name).length === 0)).toEqual([]);
});

describe.runIf(isBuilt)('a real Foyer, killed', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const lead = (name: string, isMeant: (scenario: Scenario) => boolean): Scenario => {
    const scenario = scenariosOf(name).find(isMeant);
    if (!scenario) throw new Error(`nothing leads to ${name}`);
    return scenario;
  };

  it.each(steps)('DUR-3 DUR-4 at %s, and again as it starts: said ⊆ journal, nothing twice, the file whole', async (name) => {
    expect(
      (
        await stepRound(
          site,
          name,
          lead(name, ({ shift }) => !shift),
        )
      ).broken,
    ).toEqual([]);
  });

  it.each(ofTheDesk)(
    'DUR-3 at %s: what the desk showed is done once, what was undone is not there, no host is told twice',
    async (name) => {
      const before = site.mail.kept.length;
      expect(
        (
          await stepRound(
            site,
            name,
            lead(name, ({ shift }) => shift !== undefined),
          )
        ).broken,
      ).toEqual([]);
      expect(site.notes.deeds.some(({ isShown }) => isShown)).toBe(true);
      expect(site.mail.kept.length).toBeGreaterThan(before);
    },
  );

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
