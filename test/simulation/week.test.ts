import { expect, it } from 'vitest';
import { liveWeek } from './week.ts';

/** The short form: `npm run crash -- --week` lives the same week with 10,000 check-ins and check-outs. */
const visits = 210;
const seed = Number(process.env['FOYER_TEST_SEED'] ?? Date.now() % 1_000_000);

it('API-5 API-6 API-7 CLK-1 CLK-2 a week without the server: nothing lost, nothing doubled, every difference shown', async () => {
  console.log(`seed of the week: ${seed} (FOYER_TEST_SEED repeats it)`);
  const { figures, faults } = await liveWeek({ visits, seed });
  expect(faults, `seed ${seed}`).toEqual([]);
  expect(figures).toMatchObject({ visitors: visits, outages: 21, restarts: 4, differences: 9 });
}, 300_000);
