import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { codeOf, temporaryFolder, theValue, visitOf } from '../journal/visit-of.ts';
import { at, codeAt, filesIn, fill, found, rosterIn } from './rosters.ts';

const codes = Array.from({ length: 30 }, (_, place) => codeAt(place));
const generation = (number: number) => codes.map((code) => visitOf(code, { badgeId: `${code}-${number}` }));

it('whoever looks all the time sees one whole roster or the next, never half of one', async () => {
  const folder = temporaryFolder();
  const { roster } = rosterIn(folder);
  await fill(roster, generation(0));
  const seen: string[] = [];
  let looking = true;
  const reader = (async () => {
    for (let place = 0; looking; place = (place + 1) % codes.length) {
      const code = codes[place] ?? '';
      const [id = 'nobody', ...more] = await found(roster, code);
      seen.push(more.length > 0 ? 'twice' : id.replace(`${code}-`, ''));
      expect(roster.status().badges).toBe(codes.length);
    }
  })();
  for (let number = 1; number <= 4; number += 1) {
    expect(codeOf(await fill(roster, generation(number)))).toBe('ok');
    const before = seen.length;
    while (seen.length < before + 3) await turn();
  }
  looking = false;
  await reader;
  expect(seen.filter((each) => !/^\d$/.test(each))).toEqual([]);
  expect(seen.map(Number)).toEqual(seen.map(Number).toSorted((a, b) => a - b));
  expect(new Set(seen).size).toBeGreaterThan(2);
  expect(filesIn(folder)).toHaveLength(1);
});

it('a look-up that began before a swap is answered after it', async () => {
  const { roster } = rosterIn(temporaryFolder());
  await fill(roster, generation(0));
  const draft = theValue(roster.draft());
  await draft.add(generation(1));
  const finishing = draft.finish({ at });
  const looks: Promise<string[]>[] = [];
  for (let place = 0; place < 20; place += 1) {
    looks.push(found(roster, codes[place] ?? ''));
    await turn();
  }
  await finishing;
  for (const [place, look] of looks.entries()) expect(await look).toEqual([expect.stringMatching(`^${codes[place]}-[01]$`)]);
});

it('many small rosters one after the other leave one file and nothing beside it', async () => {
  const folder = temporaryFolder();
  const { roster } = rosterIn(folder);
  for (let number = 0; number < 8; number += 1) await fill(roster, [visitOf('FJUEIW', { badgeId: String(number) })]);
  expect(filesIn(folder)).toHaveLength(1);
  expect(await found(roster, 'FJUEIW')).toEqual(['7']);
});
