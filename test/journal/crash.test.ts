import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { connect, passphraseOf, pragma } from '../../electron/journal/database.ts';
import { runCrashChild } from './crash-child-run.ts';
import { journalIn, key, temporaryFolder, theValue } from './visit-of.ts';

const source = fileURLToPath(new URL('../../electron/journal/', import.meta.url));
const failpoints = readdirSync(source)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(source, name), 'utf8'))
  .flatMap((text) => [...text.matchAll(/failpoint\('([^']+)'\)/g)].map(([, name]) => name ?? ''))
  // Those need a damaged journal, and a test of their own.
  .filter((name) => !name.startsWith('damage.'));

/** What must hold of a journal, whenever its process was killed, for everything that the child said. */
function expectKept(folder: string, said: readonly string[]): void {
  const journal = journalIn(folder);
  const recorded = theValue(journal.recorded());
  for (const line of said) {
    const [what, ...words] = line.split(' ');
    const [code = '', visitId = '', printId = ''] = what === 'in' || what === 'out' ? words : ['', ...words];
    if (what === 'in') expect(['in', 'out'], line).toContain(theValue(journal.standing(code)).kind);
    if (what === 'out') expect(theValue(journal.standing(code)).kind, line).toBe('out');
    if (what === 'in') expect(theValue(journal.visit(visitId))?.code, line).toBe(code);
    const state = theValue(journal.prints(visitId)).find((print) => print.printId === printId)?.state;
    if (what === 'in') expect(state, line).toBeDefined();
    if (what === 'sending') expect(['sending', 'confirmed', 'unknown'], line).toContain(state);
    if (what === 'confirmed') expect(state, line).toBe('confirmed');
    if (what === 'again') expect(state, line).toBeDefined();
    if (what === 'handed-over') {
      expect(theValue(journal.printed()).find((print) => print.printId === printId)?.handedOverAt, line).toBeDefined();
    }
    const visit = recorded.find((each) => each.visitId === visitId);
    if (what === 'closed') expect(visit?.closedAt ?? visit?.checkedOutAt, line).toBeDefined();
    if (what === 'left' || what === 'decided') expect(visit?.checkedOutAt, line).toBeDefined();
    const history = theValue(journal.history(visitId));
    if (what === 'noted')
      expect(
        history?.events.map(({ kind }) => kind),
        line,
      ).toContain('noted');
    if (what === 'corrected') expect(history?.stay.cameAt, line).toBe('2026-11-22T09:20:00+08:00');
    if (what === 'mustered') expect(theValue(journal.musterReport('muster-1')), line).toMatchObject({ counts: { found: 1 } });
    if (what === 'voided') expect([history?.stay.state, visit], line).toEqual(['void', undefined]);
    if (what === 'purged') expect([visit, theValue(journal.visit(visitId))], line).toEqual([undefined, undefined]);
  }
  const { events, ...broken } = theValue(journal.verify());
  expect(broken).toEqual({});
  const { sent, waiting, dead } = theValue(journal.outboxCounts('webhook'));
  expect(sent + waiting + dead).toBe(events);
  const saidSent = said.filter((line) => line.startsWith('sent '));
  expect(new Set(saidSent).size, 'a letter that is sent is not handed on again').toBe(saidSent.length);
  expect(sent).toBeGreaterThanOrEqual(saidSent.length);
  const look = connect(join(folder, 'journal.db'), passphraseOf(Buffer.from(key, 'hex')));
  expect(pragma(look, 'integrity_check')).toBe('ok');
  expect(look.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  const count = (sql: string): unknown => (look.prepare(sql).get() as { n: number }).n;
  expect(count("SELECT count(*) n FROM visits WHERE visit_id NOT IN (SELECT visit_id FROM events WHERE kind = 'checkedIn')")).toBe(
    0,
  );
  // The child gives each visit one badge, hence no more than one of anything.
  expect(
    count('SELECT count(*) n FROM (SELECT 1 FROM events WHERE visit_id IS NOT NULL GROUP BY visit_id, kind HAVING count(*) > 1)'),
  ).toBe(0);
  expect(count('SELECT count(*) n FROM (SELECT 1 FROM prints GROUP BY visit_id, kind, reprint_of HAVING count(*) > 1)')).toBe(0);
  expect(
    count(`SELECT count(*) n FROM prints WHERE state <> (SELECT state FROM print_states AS history
           WHERE history.print_id = prints.print_id ORDER BY sequence DESC LIMIT 1)`),
  ).toBe(0);
  journal.close();
}

it('the source names its failpoints, each once', () => {
  expect(failpoints.length).toBeGreaterThanOrEqual(44);
  expect(new Set(failpoints).size).toBe(failpoints.length);
});

it('a child that nobody kills says everything', async () => {
  const folder = temporaryFolder();
  const { said, code, errors } = await runCrashChild(folder, undefined);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  const words = said.map((line) => line.split(' ')[0]);
  expect(words.slice(0, 5)).toEqual(['ready', 'in', 'sending', 'confirmed', 'out']);
  expect(words.slice(5).filter((word) => word !== 'sent')).toEqual([
    ...['replaced', 'closed', 'left', 'differed', 'decided', 'again', 'handed-over', 'rolled'],
    ...['noted', 'corrected', 'mustered', 'voided', 'purged', 'end'],
  ]);
  expectKept(folder, said);
});

it.each(failpoints)('DUR-3 kill -9 at %s loses nothing that was said, and the next run goes on', async (name) => {
  const folder = temporaryFolder();
  const killed = await runCrashChild(folder, name);
  expect(killed.signal).toBe('SIGKILL');
  expectKept(folder, killed.said);
  const restarted = await runCrashChild(folder, undefined);
  expect(restarted.errors).toBe('');
  expect(restarted.said.at(-1)).toBe('end');
  expectKept(folder, [...killed.said.filter((line) => !line.startsWith('sending')), ...restarted.said]);
});

it('DUR-3 a print that a kill caught at the printer is unknown after the restart, and never sent again', async () => {
  const folder = temporaryFolder();
  await runCrashChild(folder, 'print.sending.after-commit');
  const { said } = await runCrashChild(folder, undefined);
  expect(said.some((line) => line.startsWith('sending'))).toBe(false);
  expect(theValue(journalIn(folder).prints('visit-0'))[0]?.state).toBe('unknown');
});

it('DUR-3 SIGKILL at random moments loses nothing that was said', async () => {
  const seed = Number(process.env['FOYER_TEST_SEED'] ?? Date.now() % 1_000_000);
  console.log(`seed of the random kills: ${seed} (FOYER_TEST_SEED repeats them)`);
  const folder = temporaryFolder();
  const said: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    const run = await runCrashChild(folder, undefined, { visits: 40, killAfter: randomOf(seed + round) * 150 });
    expect(run.errors, `seed ${seed}, round ${round}`).toBe('');
    said.push(...run.said.filter((line) => !line.startsWith('sending')));
    expectKept(folder, said);
  }
  expect(said.length).toBeGreaterThan(20);
});

/** A number in [0, 1) that depends on the seed alone (mulberry32's mixing). */
function randomOf(seed: number): number {
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
