import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readSheet from 'read-excel-file/node';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { BookingsSheet } from '../../electron/bookings/staff/export-bookings.ts';
import type { ExportKind, FiguresPage } from '../../electron/contract/desk-figures.ts';
import { failure, type Result } from '../../electron/contract/failure.ts';
import { snapshotSchema } from '../../electron/contract/snapshot.ts';
import type { Review } from '../../electron/core/review.ts';
import { runDesk } from '../../electron/effects/desk.ts';
import { expectedList } from '../../electron/effects/expected.ts';
import { createExports } from '../../electron/settings/exports.ts';
import { exampleNow, exampleVisit } from '../core/example.ts';
import { mountSmallDisk } from '../settings/small-disk.ts';
import { quietParts } from './desk-parts.ts';
import { realJournal } from './parts.ts';
import { passingClock } from './passing-clock.ts';

const day = '2026-11-22';
const at = (time: string) => `${day}T${time}:00.000+08:00`;
const noSheet: BookingsSheet = {
  ok: false,
  outcome: 'underConstruction',
  failure: { code: 'bookings.notFound', operation: 'booking.export' },
};

function folders() {
  const made = mkdtempSync(join(tmpdir(), 'foyer-figures-'));
  const home = join(made, 'home');
  const data = join(made, 'data');
  mkdirSync(join(home, 'Downloads'), { recursive: true });
  mkdirSync(data);
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return { home, data };
}

/** A desk on a real journal and real folders, whose page of figures somebody looks at. */
function openFigures(
  change: {
    places?: { home: string; data: string };
    sheet?: (period: { from: Date; to: Date }) => Promise<BookingsSheet>;
    entries?: Review['entries'];
  } = {},
) {
  const { places = folders(), sheet = async () => noSheet } = change;
  const journal = realJournal(['webhook']);
  const logged: string[] = [];
  const { clock, pass } = passingClock(exampleNow);
  const expected = expectedList(() => {});
  const desk = runDesk({
    ...{ ...quietParts(), clock, expected },
    journal: { ...journal, ...(change.entries && { entries: change.entries }) },
    exporting: { home: places.home, exports: createExports({ ...places, platform: 'linux' }), bookingsSheet: sheet },
    log: { log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })), close: () => {} },
  });
  onTestFinished(() => desk.stop());
  desk.onSnapshot(() => {});
  desk.send({ type: 'intent', intent: { kind: 'page', page: 'figures' } });
  const page = (): FiguresPage => {
    const snapshot = desk.snapshot();
    expect(snapshotSchema.safeParse(snapshot).error).toBeUndefined();
    if (snapshot.screen.kind !== 'desk' || snapshot.screen.page.kind !== 'figures') throw new Error('no such page');
    return snapshot.screen.page;
  };
  const visited = (badgeId: string, name: string, came: string, left?: string) => {
    const visit = { ...exampleVisit, badgeId, code: `CODE${badgeId}`, visitor: { name } };
    const entry = { visitId: `v${badgeId}`, visit, basis: { from: 'server' } as const };
    value(journal.checkIn({ ...entry, at: came, printId: `p${badgeId}` }));
    if (left) value(journal.checkOut({ ...entry, at: left }));
  };
  const take = (what: ExportKind, from = day, to = day) =>
    desk.send({ type: 'intent', intent: { kind: 'export', what, from, to } });
  const ended = async () => {
    await vi.waitFor(() => {
      pass(3_000);
      if (page().export?.state === 'running') throw new Error('still running');
    }, 5_000);
    return page().export;
  };
  const downloads = () => readdirSync(join(places.home, 'Downloads'));
  return { ...{ journal, desk, logged, page, visited, take, ended, places, downloads, expected, pass, clock } };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

describe('the page of the day’s figures', () => {
  it('IPC-5 says how many came and are expected, and nothing of who', () => {
    const { visited, page, expected, journal, pass } = openFigures();
    visited('1', 'Canary Nightingale', at('09:00'), at('09:30'));
    visited('2', 'Canary Nightingale', at('09:40'));
    value(journal.print({ printId: 'p1', state: 'sending', at: at('09:00') }));
    value(journal.print({ printId: 'p1', state: 'confirmed', at: `${day}T09:00:07.000+08:00` }));
    expected.sink.begin(exampleNow);
    expected.sink.take([
      { ...exampleVisit, badgeId: '3', code: 'CANARY', visitor: { name: 'Canary Wagtail', company: 'Canary & Sons' } },
    ]);
    expected.sink.end({ ok: true, value: undefined });
    pass(5_000);
    expect(page()).toMatchObject({
      ...{ day, list: 'whole', inside: 1, most: { count: 1 }, waiting: { expected: 1, late: 1 } },
      ...{ stay: { count: 1, median: 1_800 }, badge: { count: 1, median: 7, nineOfTen: 7 } },
      ...{ counts: { expected: 1, inside: 1, left: 1, noShow: 0 }, kept: { hours: 24, since: day } },
    });
    // On the clock of the machine that the test runs on.
    expect(Date.parse(page().waiting.oldest ?? '')).toBe(Date.parse('2026-11-22T09:00:00+08:00'));
    expect(JSON.stringify(page())).not.toMatch(/canary|nightingale|CODE\d/i);
  });

  it('IPC-5 LOG-1 takes visits out, says where they lie, and neither the page nor the log says a name', async () => {
    const { visited, take, ended, page, logged, places, downloads } = openFigures();
    visited('1', 'Canary =1+1', at('09:00'), at('09:30'));
    visited('2', '=cmd|canary', at('09:40'));
    take('csv');
    expect(await ended()).toMatchObject({ state: 'done', what: 'csv', place: 'Downloads/foyer-visits-2026-11-22.csv', rows: 2 });
    take('xlsx', day, '2026-11-23');
    expect(await ended()).toMatchObject({ state: 'done', place: 'Downloads/foyer-visits-2026-11-22-to-2026-11-23.xlsx', rows: 2 });
    expect(downloads().toSorted()).toEqual(['foyer-visits-2026-11-22-to-2026-11-23.xlsx', 'foyer-visits-2026-11-22.csv']);
    const text = readFileSync(join(places.home, 'Downloads', 'foyer-visits-2026-11-22.csv'), 'utf8');
    expect(text).toContain('"Canary =1+1"');
    expect(text).toContain('"\'=cmd|canary"');
    const xlsx = join(places.home, 'Downloads', 'foyer-visits-2026-11-22-to-2026-11-23.xlsx');
    expect(JSON.stringify(await readSheet(xlsx))).toContain('"=cmd|canary"');
    expect(statSync(xlsx).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(page()) + logged.join()).not.toMatch(/canary/i);
    expect(logged).toEqual([
      JSON.stringify({ event: 'exported', what: 'csv', outcome: 'done', rows: 2 }),
      JSON.stringify({ event: 'exported', what: 'xlsx', outcome: 'done', rows: 2 }),
    ]);
  });

  it('takes out the days that were asked for, in whichever order, and writes no empty file', async () => {
    const { visited, take, ended, downloads } = openFigures();
    visited('1', 'Amélie Lambert', '2026-11-20T09:00:00.000+08:00', '2026-11-20T10:00:00.000+08:00');
    visited('2', 'Amélie Lambert', at('09:40'));
    take('csv', '2026-11-21', '2026-11-20');
    expect(await ended()).toMatchObject({ rows: 1, place: 'Downloads/foyer-visits-2026-11-20-to-2026-11-21.csv' });
    take('xlsx', '2026-11-19', '2026-11-19');
    expect(await ended()).toMatchObject({ state: 'failed', what: 'xlsx', why: 'nothing' });
    expect(downloads()).toHaveLength(1);
  });

  it('says that the journal could not be read', async () => {
    const { take, ended, downloads } = openFigures({ entries: () => failure('journal.locked', { operation: 'journal.entries' }) });
    take('csv');
    expect(await ended()).toMatchObject({ state: 'failed', why: 'notRead' });
    expect(downloads()).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('DUR-11 says that no folder could be written to', async () => {
    const { visited, take, ended, places } = openFigures();
    visited('1', 'Amélie Lambert', at('09:00'));
    chmodSync(join(places.home, 'Downloads'), 0o500);
    chmodSync(places.data, 0o500);
    take('csv');
    expect(await ended()).toMatchObject({ state: 'failed', why: 'unwritable' });
  });

  it('DUR-11 says so where a file stands in the place of each folder', async () => {
    const places = folders();
    rmSync(join(places.home, 'Downloads'), { recursive: true });
    rmSync(places.data, { recursive: true });
    const { visited, take, ended } = openFigures({ places: { ...places, data: '/dev/null/data' } });
    visited('1', 'Amélie Lambert', at('09:00'));
    take('xlsx');
    expect(await ended()).toMatchObject({ state: 'failed', why: 'unwritable' });
  });

  const disk = mountSmallDisk(64 * 1024);
  afterAll(() => disk?.end());

  it.skipIf(disk === undefined)('DUR-5 says that the disk is full, and leaves nothing behind', async () => {
    const places = { home: join(disk?.folder ?? '', 'home'), data: join(disk?.folder ?? '', 'data') };
    mkdirSync(join(places.home, 'Downloads'), { recursive: true });
    mkdirSync(places.data);
    const { visited, take, ended, downloads } = openFigures({ places });
    visited('1', 'Amélie Lambert', at('09:00'));
    disk?.fillUpTo(0);
    take('xlsx');
    expect(await ended()).toMatchObject({ state: 'failed', why: 'full' });
    expect(downloads()).toEqual([]);
  });

  it('takes out one thing at a time, and writes nothing any more once the desk is gone', async () => {
    let give: (sheet: BookingsSheet) => void = () => {};
    const asked: { from: Date; to: Date }[] = [];
    const { desk, take, page, logged, downloads } = openFigures({
      sheet: (period) => {
        asked.push(period);
        return new Promise((resolve) => {
          give = resolve;
        });
      },
    });
    take('vendor');
    take('csv');
    take('vendor');
    expect(page().export).toMatchObject({ state: 'running', what: 'vendor' });
    expect(asked).toEqual([{ from: new Date(2026, 10, 22), to: new Date(2026, 10, 23) }]);
    await desk.stop();
    give({ ok: true, bytes: Buffer.from('PK\u0003\u0004') });
    await new Promise((resolve) => setImmediate(resolve));
    expect([downloads(), logged]).toEqual([[], []]);
  });

  it('saves the workbook of Bookings ONE as it came', async () => {
    const bytes = Buffer.from('PK\u0003\u0004 what the server made');
    const { take, ended, places } = openFigures({ sheet: async () => ({ ok: true, bytes }) });
    take('vendor');
    expect(await ended()).toMatchObject({ state: 'done', what: 'vendor', place: 'Downloads/bookings-one-2026-11-22.xlsx' });
    expect(readFileSync(join(places.home, 'Downloads', 'bookings-one-2026-11-22.xlsx'))).toEqual(bytes);
  });

  it('what was taken out is an event with the days and the name of whoever began it; what was not is none', async () => {
    const { take, ended, visited, desk, journal } = openFigures();
    visited('1', 'Invented Visitor', at('09:00'));
    desk.hear({ staff: 'Clara Mendes' });
    take('csv', '2026-11-22', '2026-11-21');
    desk.hear({ staff: 'Robin Example' });
    expect(await ended()).toMatchObject({ state: 'done' });
    take('vendor');
    expect(await ended()).toMatchObject({ state: 'failed' });
    const letters = value(journal.waiting({ receiver: 'webhook', most: 100 })).map(({ body }) => JSON.parse(body));
    expect(letters.filter(({ kind }) => kind === 'operated').map(({ detail }) => detail)).toEqual([
      { what: 'exported', as: 'csv', from: '2026-11-21', to: '2026-11-22', by: 'Clara Mendes' },
    ]);
  });

  it.each([
    [noSheet, { why: 'underConstruction' }],
    [
      { ok: false, outcome: 'failed', failure: { code: 'bookings.unreachable' } } as const,
      { why: 'failed', cause: 'bookings.unreachable' },
    ],
  ])('says why there is none: %j', async (sheet, told) => {
    const { take, ended, logged } = openFigures({ sheet: async () => sheet });
    take('vendor');
    expect(await ended()).toMatchObject({ state: 'failed', what: 'vendor', ...told });
    expect(logged).toEqual([expect.stringContaining(`"outcome":"${told.why}"`)]);
  });

  it('shows what is known when it is opened without being read, as after a look has ended', () => {
    const { desk, page } = openFigures();
    desk.hear({ site: 'Happy Ltd.' });
    expect(page().periods).toHaveLength(1);
  });
});
