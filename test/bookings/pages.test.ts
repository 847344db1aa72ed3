import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFindings } from '../../electron/bookings/findings.ts';
import { rowsOf } from '../../electron/bookings/pages.ts';
import { answering, everyRow } from './answering.ts';

const users = (count: number) => Array.from({ length: count }, (_, place) => ({ id: `u${place}`, displayName: 'Oskar' }));
const idsOf = (result: Awaited<ReturnType<typeof read>>) => (result.ok ? result.value.map(({ id }) => id) : result.failure);
type Options = Parameters<typeof rowsOf<'user.search'>>[3];
const read = (call: Parameters<typeof rowsOf>[0], options?: Options) => everyRow(rowsOf(call, 'user.search', {}, options));

/** A server with so many users, which counts pages from `base` and gives at most `cap` rows. */
function server({ count, base = 1, cap = 1_000, usual = 50 }: { count: number; base?: number; cap?: number; usual?: number }) {
  const rows = users(count);
  return answering(({ page = base, row = usual }) => {
    const size = Math.min(Number(row), cap);
    const from = (Number(page) - base) * size;
    return { data: rows.slice(from, from + size) };
  });
}

describe('the rows of a search', () => {
  it('come from the first page without a number on, until a page is not full', async () => {
    const { call, asked } = server({ count: 7 });
    expect(idsOf(await read(call, { rows: 3 }))).toEqual(users(7).map(({ id }) => id));
    expect(asked).toEqual([{ row: 3 }, { row: 3, page: 1 }, { row: 3, page: 2 }, { row: 3, page: 3 }]);
  });

  it.each([0, 1, 3, 49])('are all on one page where there are %i of them', async (count) => {
    const { call, asked } = server({ count });
    expect(idsOf(await read(call))).toHaveLength(count);
    expect(asked).toEqual([{}]);
  });

  it('are whole and each once, however the server counts, caps and sizes its pages', async () => {
    const servers = fc.record({
      count: fc.integer({ min: 0, max: 400 }),
      base: fc.constantFrom(0, 1),
      cap: fc.constantFrom(10, 20, 25, 50, 100, 1_000),
    });
    await fc.assert(
      fc.asyncProperty(servers, fc.constantFrom(undefined, 10, 25, 100, 200), async (made, rows) => {
        const { call, asked } = server(made);
        expect(idsOf(await read(call, rows === undefined ? {} : { rows }))).toEqual(users(made.count).map(({ id }) => id));
        expect(asked.length).toBeLessThanOrEqual(made.count / 10 + 3);
      }),
      { numRuns: 150 },
    );
  });

  it('end at a page that repeats the one before', async () => {
    const { call, asked } = answering(() => ({ data: users(60) }));
    expect(idsOf(await read(call))).toHaveLength(60);
    expect(asked).toHaveLength(3);
  });

  it('end at a repeated page too where rows have no ids', async () => {
    const { call, asked } = answering(() => ({ data: users(50).map(() => ({ displayName: 'Oskar' })) }));
    expect(idsOf(await read(call))).toHaveLength(50);
    expect(asked).toHaveLength(3);
  });

  it('do not come twice where the server gives them twice, which is counted', async () => {
    const findings = createFindings();
    const { call } = answering(({ page = 0 }) => ({
      data: [...users(2), { id: `new${page}` }].slice(0, Number(page) > 2 ? 2 : 3),
    }));
    expect(idsOf(await read(call, { rows: 3, note: findings.note }))).toEqual(['u0', 'u1', 'new0', 'new1', 'new2']);
    expect(findings.counts()).toMatchObject({ rowsTwice: 6, filtersIgnored: 0 });
  });

  it('are filtered again, and a search whose filter the server ignored is counted once', async () => {
    const findings = createFindings();
    const { call } = server({ count: 90 });
    const keep = ({ id }: { id?: string | undefined }) => id === 'u4' || id === 'u77';
    expect(idsOf(await read(call, { keep, note: findings.note }))).toEqual(['u4', 'u77']);
    expect(findings.counts()).toMatchObject({ filtersIgnored: 1, rowsTwice: 0 });
    await read(server({ count: 0 }).call, { keep, note: findings.note });
    expect(findings.counts().filtersIgnored).toBe(1);
  });

  it('are bounded: a list that would be cut short is a failure, after the rows that were read', async () => {
    let page = 0;
    const endless = answering(() => {
      page += 1;
      return { data: users(50).map(({ id }) => ({ id: `${id}-${page}` })) };
    });
    let rows = 0;
    let last: unknown;
    for await (const row of rowsOf(endless.call, 'user.search', {}, { most: 1_000 })) {
      if (row.ok) rows += 1;
      else last = row.failure;
    }
    expect(rows).toBe(1_000);
    expect(last).toEqual({ code: 'bookings.tooLarge', operation: 'user.search' });
    expect(endless.asked).toHaveLength(20);
    const single = answering((given) => ({ data: [{ id: `${given['page'] ?? 'first'}` }] }));
    expect(idsOf(await read(single.call, { rows: 1 }))).toMatchObject({ code: 'bookings.tooLarge' });
    expect(single.asked.length).toBeLessThanOrEqual(1_000);
  });

  it('end with the failure of a page, which names the operation', async () => {
    const { call } = answering(({ page = 0 }) =>
      page === 2 ? 'broken' : { data: users(50).map(({ id }) => ({ id: `${page}${id}` })) },
    );
    expect(idsOf(await read(call))).toEqual({ code: 'bookings.broken', operation: 'user.search' });
    const unreadable = answering(({ page = 0 }) => (page === 1 ? { data: [{ displayName: {} }] } : { data: users(50) }));
    expect(idsOf(await read(unreadable.call))).toEqual({
      code: 'bookings.unreadable',
      operation: 'user.search',
      field: 'data[0].displayName',
    });
  });

  it('are asked for no further than they are wanted', async () => {
    const { call, asked } = server({ count: 400 });
    for await (const row of rowsOf(call, 'user.search', {})) if (row.ok && row.value.id === 'u60') break;
    expect(asked).toHaveLength(3);
  });
});
