import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCrashChild } from './crash-child-run.ts';
import { journalIn, temporaryFolder, theValue } from './visit-of.ts';

/** The steps of a start on a journal of the first schema, in their order; a step before the first one that kills is not come to again, and the
 * crash suite kills at each step twice besides. */
const steps = ['migration.before-commit', 'migration.after-commit', 'settle.before-commit', 'settle.after-commit'];
const pairs = steps.flatMap((first, place) => steps.slice(place, place + 2).map((second) => [first, second] as const));

it.each(pairs)(
  'DUR-4 a start on an old journal that is killed at %s, and then at %s, is brought to its end by the third',
  async (first, second) => {
    const folder = temporaryFolder();
    copyFileSync(join(import.meta.dirname, 'released', 'version-1.db'), join(folder, 'journal.db'));
    const killed = [await runCrashChild(folder, first), await runCrashChild(folder, second)];
    expect(killed[0]?.signal).toBe('SIGKILL');
    const { said, errors } = await runCrashChild(folder, undefined);
    expect(errors).toBe('');
    expect(said.at(-1)).toBe('end');
    const journal = journalIn(folder);
    expect(theValue(journal.standing('INSIDE'))).toMatchObject({ kind: 'in', visitId: 'visit-in' });
    expect(theValue(journal.standing('LEFTUS')).kind).toBe('out');
    // What was at the printer when the old Foyer stopped is unknown, once and for ever.
    expect(theValue(journal.prints('visit-in')).map(({ state }) => state)).toEqual(['unknown']);
    expect(theValue(journal.verify()).brokenAt).toBeUndefined();
  },
);
