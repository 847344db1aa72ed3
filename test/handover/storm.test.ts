import { describe, expect, it } from 'vitest';
import type { Answer } from '../fakes/receiver.ts';
import { journalHandingOn, temporaryFolder, theValue } from '../journal/visit-of.ts';
import { countsOf, inOrder, recordVisits, startSite } from './site.ts';

const minute = 60_000;

/** Numbers from 0 up to 1 that a seed repeats (Park and Miller's generator). */
function chanceOf(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const answers: readonly Answer[] = [
  ...[204, 200, 204, 202, 204, 409, 204, 204],
  ...[400, 404, 422, 401],
  ...([408, 425, 429, 500, 502, 503, 301, 'cut', 'lost', 'cut'] as const),
  { status: 429, headers: { 'retry-after': '20' } },
  { status: 503, headers: { 'retry-after': 'Sun, 22 Nov 2026 01:00:25 GMT', date: 'Sun, 22 Nov 2026 01:00:00 GMT' } },
];

describe('API-5 nothing is lost on the way', () => {
  it('API-5 through a storm of random answers and outages, what was put in is sent, waiting or dead', async () => {
    const seed = Number(process.env['FOYER_TEST_SEED'] ?? Date.now() % 1_000_000);
    console.log(`seed of the storm: ${seed} (FOYER_TEST_SEED repeats it)`);
    const chance = chanceOf(seed);
    const journal = journalHandingOn(temporaryFolder());
    const { receiver, world, start } = await startSite({ chance });
    receiver.answer = ({ event }) => {
      // A receiver that says 409 has the event: this one says so of what it did act on before.
      const answer = answers[Math.floor(chance() * answers.length)] ?? 204;
      if (answer === 409) receiver.acted.push(event);
      return answer;
    };
    const worker = start(journal);
    for (let round = 0; round < 10; round += 1) {
      if (round % 4 === 3) await receiver.down();
      recordVisits(journal, 12, round * 12);
      worker.now();
      for (let part = 0; part < 5; part += 1) {
        await world.move(chance() * 5 * minute);
        const counts = countsOf(journal);
        expect(counts.all).toBe(24 * (round + 1));
        expect(counts.dead).toBe(theValue(journal.deadLetters('webhook')).length);
      }
      if (round % 4 === 3) await receiver.up();
    }
    expect(countsOf(journal).dead).toBeGreaterThan(0);
    receiver.answer = () => 204;
    await world.move(30 * minute);
    const { sent, dead, waiting } = countsOf(journal);
    expect({ waiting, settled: sent + dead }).toEqual({ waiting: 0, settled: 240 });
    // A person sends the refused ones again.
    expect(theValue(journal.sendAgain({ receiver: 'webhook' }))).toBe(dead);
    worker.now();
    await world.move(minute);
    expect(countsOf(journal)).toEqual({ all: 240, sent: 240, waiting: 0, dead: 0 });
    expect(receiver.acted).toHaveLength(240);
    expect(new Set(receiver.acted.map(({ id }) => id)).size).toBe(240);
  }, 120_000);

  it('API-6 through trouble that passes, each visit’s events are acted on in their order', async () => {
    const chance = chanceOf(7);
    const journal = journalHandingOn(temporaryFolder());
    recordVisits(journal, 60);
    const { receiver, world, start } = await startSite({ chance });
    receiver.answer = () => (chance() < 0.5 ? 503 : 204);
    start(journal);
    await world.move(60 * minute);
    receiver.answer = () => 204;
    await world.move(20 * minute);
    expect(countsOf(journal)).toEqual({ all: 120, sent: 120, waiting: 0, dead: 0 });
    expect(receiver.acted).toHaveLength(120);
    expect(inOrder(receiver.acted)).toBe(true);
  }, 120_000);

  it('API-5 a thousand letters after an outage: all of them, once, and four at a time', async () => {
    const journal = journalHandingOn(temporaryFolder());
    recordVisits(journal, 500);
    const { receiver, world, start } = await startSite();
    const began = performance.now();
    start(journal);
    await world.quiet();
    const seconds = (performance.now() - began) / 1_000;
    console.log(`1,000 letters in ${seconds.toFixed(1)} s: ${Math.round(1_000 / seconds)} a second`);
    expect(countsOf(journal)).toEqual({ all: 1_000, sent: 1_000, waiting: 0, dead: 0 });
    expect(receiver.arrivals).toHaveLength(1_000);
    expect(receiver.mostBusy).toBeLessThanOrEqual(4);
    expect(inOrder(receiver.acted)).toBe(true);
  }, 120_000);
});
