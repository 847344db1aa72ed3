import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { machineClock } from '../../electron/effects/clock.ts';
import { connect, pragma } from '../../electron/journal/database.ts';
import { rosterPassphraseOf } from '../../electron/roster/derivation.ts';
import { runCrashChild } from '../journal/crash-child-run.ts';
import { key, temporaryFolder, theValue } from '../journal/visit-of.ts';
import { filesIn, rosterIn } from './rosters.ts';

const child = fileURLToPath(new URL('crash-child.ts', import.meta.url));
const source = fileURLToPath(new URL('../../electron/roster/', import.meta.url));
const failpoints = readdirSync(source)
  .map((name) => readFileSync(join(source, name), 'utf8'))
  .flatMap((text) => [...text.matchAll(/failpoint\('([^']+)'\)/g)].map(([, name]) => name ?? ''));

const lastWhole = (said: readonly string[]): number =>
  Number(said.findLast((line) => line.startsWith('whole'))?.split(' ')[1] ?? 0);

/** What must hold of a roster whenever its process was killed: the number of the one that is there, which is whole. */
async function expectWhole(folder: string, said: readonly string[]): Promise<number> {
  const { roster, logged } = rosterIn(folder, { key: Buffer.from(key, 'hex'), clock: machineClock });
  const codes = Array.from({ length: 5 }, (_, place) => `C${10_000 + place}`);
  const numbers: string[] = [];
  for (const code of codes) numbers.push(...theValue(await roster.find(code)).map(({ badgeId }) => badgeId));
  expect([0, 80]).toContain(roster.status().badges);
  expect(numbers).toHaveLength(roster.status().badges);
  expect(new Set(numbers).size).toBeLessThan(2);
  const number = Number(numbers[0] ?? 0);
  // One that was whole may not have been said yet.
  expect([lastWhole(said), lastWhole(said) + 1]).toContain(number);
  expect(logged).toEqual([]);
  await expect.poll(() => filesIn(folder).length).toBe(number === 0 ? 0 : 1);
  roster.close();
  const [file] = filesIn(folder);
  if (file) {
    const look = connect(join(folder, file), rosterPassphraseOf(Buffer.from(key, 'hex')));
    expect(pragma(look, 'integrity_check')).toBe('ok');
    look.close();
  }
  return number;
}

it('the source names its failpoints, each once', () => {
  expect(failpoints.toSorted()).toEqual(['roster.flushed', 'roster.removed', 'roster.swapped', 'roster.whole', 'roster.written']);
});

it.each(failpoints)('DUR-3 kill -9 at %s leaves a whole roster or none, and the next run goes on', async (name) => {
  const folder = temporaryFolder();
  const first = await runCrashChild(folder, name, { child });
  expect(first.signal).toBe('SIGKILL');
  const isThere = await expectWhole(folder, first.said);
  expect(isThere).toBe(['roster.written', 'roster.flushed'].includes(name) ? 0 : 1);
  const good = await runCrashChild(folder, undefined, { child });
  expect(good.errors).toBe('');
  expect(good.said).toEqual(['ready', `whole ${isThere + 1}`, 'end']);
  // The same over a roster that is there: it stays until the next one is whole.
  const second = await runCrashChild(folder, name, { child });
  expect(second.signal).toBe('SIGKILL');
  expect(await expectWhole(folder, good.said)).toBe(isThere + (isThere === 1 ? 2 : 1));
});

it('DUR-3 SIGKILL at random moments leaves a whole roster or none', async () => {
  const folder = temporaryFolder();
  let before = 0;
  for (let round = 0; round < 6; round += 1) {
    const killAfter = 20 + Math.random() * 400;
    const run = await runCrashChild(folder, undefined, { child, visits: 200, killAfter });
    expect(run.errors, `killed after ${killAfter} ms`).toBe('');
    before = await expectWhole(folder, run.said.some((line) => line.startsWith('whole')) ? run.said : [`whole ${before}`]);
  }
});
