import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCrashChild } from '../journal/crash-child-run.ts';
import { checkIn, damagedName, startIn, stop, toldOf } from './start.ts';
import { dataFolder, filesIn, storeIn } from './store-of.ts';

const child = fileURLToPath(new URL('start-child.ts', import.meta.url));

/** The steps of a start that finds a damaged journal, in their order. */
const moving = ['damage.noted', 'damage.database-moved', 'damage.companion-moved', 'damage.all-moved'];
const beginning = [
  'migration.before-commit',
  'migration.after-commit',
  'replaced.before-commit',
  'replaced.after-commit',
  'settle.before-commit',
  'settle.after-commit',
];
// Each step of the move with itself, the next one and the beginning of the new journal: a step that lies before the first one is not come to
// again, and two that lie further apart are the crash suite's.
const pairs = [
  ...moving.flatMap((first, place) =>
    [...moving.slice(place, place + 2), 'replaced.after-commit'].map((second) => [first, second] as const),
  ),
  ...beginning.map((step) => [step, step] as const),
];

/** What a killed Foyer left, its visitors in the -wal, with a first page that the disk has lost. */
let damaged: ReadonlyMap<string, Buffer>;
beforeEach(() => {
  const data = dataFolder();
  const store = storeIn(data);
  for (const number of [0, 1]) expect(checkIn(store, number)).toBe('ok');
  damaged = filesIn(data);
  for (const file of ['journal.db', 'journal.db-wal']) damaged.get(file)?.fill(0x5a, 0, 200);
  stop(store);
});

function damagedFolder(): string {
  const data = dataFolder();
  for (const [name, bytes] of damaged) if (name !== 'lock') writeFileSync(join(data, name), bytes);
  return data;
}

/** The old journal lies aside, whole, once; the new one has noted it once and holds everybody whom a start has let in. */
function expectReplacedOnce(data: string, said: readonly string[]): void {
  const store = storeIn(data);
  const inside = said.filter((line) => /^in .* ok$/.test(line)).map((line) => Number(line.split(' ')[1]));
  for (const number of inside) expect(toldOf(store, number)).toContain('"in"');
  const events = store.journal.verify();
  expect(events.ok && events.value).toEqual({ events: 1 + inside.length });
  const files = filesIn(data);
  for (const end of ['', '-wal'])
    expect(files.get(damagedName + end)?.equals(damaged.get(`journal.db${end}`) ?? Buffer.alloc(0))).toBe(true);
  const names = readdirSync(data);
  expect(names.filter((name) => name.includes('.damaged-') && !/-(wal|shm)$/.test(name))).toEqual([damagedName]);
  expect(names.filter((name) => /^journal\.(moving|replaced)|\.new$/.test(name))).toEqual([]);
}

describe('DUR-4 a start that finds a damaged journal', () => {
  it('notes it once, where nobody kills it, and says so at each start', async () => {
    const data = damagedFolder();
    const { said, errors } = await runCrashChild(data, undefined, { child, visits: 7 });
    expect({ said, errors }).toEqual({ said: [`replaced ${damagedName}`, 'ready', 'in 7 ok', 'end'], errors: '' });
    expectReplacedOnce(data, said);
    expect((await runCrashChild(data, undefined, { child, visits: 8 })).said[0]).toBe(`replaced ${damagedName}`);
  });

  it.each(pairs)(
    'DUR-4 is killed at %s, and again at %s: the third moves the rest, and nothing is lost or mixed',
    async (first, second) => {
      const data = damagedFolder();
      const runs = [await runCrashChild(data, first, { child, visits: 7 })];
      expect(runs[0]?.signal).toBe('SIGKILL');
      runs.push(await runCrashChild(data, second, { child, visits: 8 }));
      runs.push(await runCrashChild(data, undefined, { child, visits: 9 }));
      expect(runs[2]).toMatchObject({ code: 0, errors: '' });
      // Whoever was told is told of the journal that was moved aside, at the latest by the start that nobody kills.
      const lines = runs.flatMap(({ said }) => said);
      expect(lines).toContain(`replaced ${damagedName}`);
      expectReplacedOnce(data, lines);
    },
  );
});

it('DUR-7 a second Foyer that is started beside a running one touches nothing, whatever it would find', () => {
  const data = damagedFolder();
  const running = storeIn(data);
  writeFileSync(join(data, 'journal.moving'), `${damagedName}-2\n`);
  const before = filesIn(data);
  expect(startIn(data)).toMatch(/^foyer: FOYER_DATA: Foyer is already running with this folder: stop it/);
  expect([...filesIn(data)].filter(([name, bytes]) => !before.get(name)?.equals(bytes))).toEqual([]);
  expect(checkIn(running, 3)).toBe('ok');
});
