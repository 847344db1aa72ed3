import { describe, expect, it } from 'vitest';
import { aboutServer } from '../../../electron/bookings/staff/about-server.ts';
import { dayCounts } from '../../../electron/bookings/staff/day-counts.ts';
import { servicesOffered } from '../../../electron/bookings/staff/services-offered.ts';
import { usersNamed } from '../../../electron/bookings/staff/users-named.ts';
import { answering, demo } from './desk.ts';

describe('the day’s counts', () => {
  it('are the demo’s four, and together all visits of today', async () => {
    const { call } = await demo();
    const counts = await dayCounts(call, new Date());
    if (!counts.ok) throw new Error(counts.failure.code);
    const { initial, visiting, visited, noShow } = counts.value;
    expect(Math.min(initial, visiting, visited, noShow)).toBeGreaterThanOrEqual(0);
    expect(initial + visiting + visited + noShow).toBeGreaterThan(10);
  });

  it.each([
    ['the morning', new Date(2026, 10, 22, 0, 0, 1)],
    ['the night', new Date(2026, 10, 22, 23, 59, 59)],
  ])('%s belongs to its own day, which begins at midnight with the site’s offset', async (_when, date) => {
    const { web, call } = await answering(() => ({
      numberOfInitial: 1,
      numberOfVisiting: '2',
      numberOfVisited: 3,
      numberOfNoShow: 0,
    }));
    expect(await dayCounts(call, date)).toEqual({ ok: true, value: { initial: 1, visiting: 2, visited: 3, noShow: 0 } });
    const asked = new URL(web.seen[0]?.target ?? '', web.url).searchParams.get('date') ?? '';
    expect(asked).toMatch(/^2026-11-22T00:00:00[+-]\d\d:\d\d$/);
    expect(Date.parse(asked)).toBe(new Date(2026, 10, 22).getTime());
  });

  it('a count that is missing is no zero', async () => {
    const { call } = await answering(() => ({ numberOfInitial: 1, numberOfVisiting: 2, numberOfVisited: 3 }));
    expect(await dayCounts(call, new Date())).toMatchObject({ ok: false, failure: { field: 'noShow' } });
  });
});

describe('what the server says of itself', () => {
  it('is name, version, environment and client', async () => {
    const { call } = await demo();
    expect(await aboutServer(call)).toMatchObject({ ok: true, value: { name: 'Bookings ONE', client: 'Happy Ltd.' } });
  });

  it('is only what it says', async () => {
    const { call } = await answering(() => ({ name: 'B', version: null, clientName: '\u001b[31m' }));
    expect(await aboutServer(call)).toEqual({ ok: true, value: { name: 'B', client: '[31m' } });
  });
});

describe('the services that are offered', () => {
  it('come from the demo in the order of the settings, with their names in each language', async () => {
    const { call } = await demo();
    const offered = await servicesOffered(call, ['5', '1', '9999', '1']);
    expect(offered).toMatchObject({ ok: true, value: [{ id: '5' }, { id: '1' }] });
    expect(offered.ok && offered.value[1]?.name).toEqual([
      { language: 'en', text: 'Coffee' },
      { language: expect.stringMatching(/^zh/), text: '咖啡' },
      { language: expect.stringMatching(/^zh/), text: '咖啡' },
    ]);
  });

  it('those that a search leaves out are asked for one by one; what is deleted, nameless or another is not offered', async () => {
    const items: Record<string, unknown> = {
      3: { id: 3, name: { en: 'Water' } },
      4: { id: '4', name: [{ culture: 'en-US', text: 'Gone' }], isDeleted: true },
      6: { id: 7, name: 'Another' },
    };
    const { web, call } = await answering((path) =>
      path === 'serviceItem/v1'
        ? {
            items: [],
            data: [
              { id: 1, name: 'Tea' },
              { id: 2, name: 'Old', isDeleted: 'true' },
              { id: 5, name: [] },
              { id: 99, name: 'Unasked' },
            ],
          }
        : items[path.split('/').at(-1) ?? ''],
    );
    expect(await servicesOffered(call, ['6', '5', '4', '3', '2', '1', '8'])).toEqual({
      ok: true,
      value: [
        { id: '3', name: [{ language: 'en', text: 'Water' }] },
        { id: '1', name: [{ language: '', text: 'Tea' }] },
      ],
    });
    const singles = web.seen.slice(1).map(({ target }) => target.split('/').at(-1));
    expect(singles).toEqual(['6', '4', '3', '8']);
  });

  it('none are none, and nobody is asked', async () => {
    const { web, call } = await answering(() => ({}));
    expect(await servicesOffered(call, [])).toEqual({ ok: true, value: [] });
    expect(web.seen).toEqual([]);
  });
});

describe('a host looked for by name', () => {
  it('is found at the demo, by a part of the name in any case', async () => {
    const { call } = await demo();
    expect(await usersNamed(call, ' mei-l ')).toEqual({
      ok: true,
      value: [{ id: '1', name: 'Mei-Ling Cheung', mail: 'mlcheung@example.com' }],
    });
  });

  it('is activated and not deleted, once, by name, and among twenty at most', async () => {
    const user = (id: number, more = {}) => ({ id, displayName: `Ann Example ${String(id).padStart(2, '0')}`, ...more });
    const { web, call } = await answering(() => ({
      data: [
        user(2, { isActivated: false }),
        user(3, { isDeleted: true }),
        { displayName: 'No Id' },
        { id: 4, displayName: null },
        ...Array.from({ length: 40 }, (_, place) => user(60 - place, { isActivated: true })),
        user(60),
      ],
    }));
    const found = await usersNamed(call, 'Ann');
    const names = found.ok ? found.value.map(({ id }) => Number(id)) : [];
    expect(names).toEqual(Array.from({ length: 20 }, (_, place) => 21 + place));
    expect(web.seen[0]?.target).toMatch(/\?searchText=Ann&isDeleted=false&row=20$/);
  });

  it.each(['', ' ', 'a', ' 何 '])('for %j nobody is asked', async (text) => {
    const { web, call } = await answering(() => ({ data: [] }));
    expect(await usersNamed(call, text)).toEqual({ ok: true, value: [] });
    expect(web.seen).toEqual([]);
  });
});
