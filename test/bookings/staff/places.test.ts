import { describe, expect, it } from 'vitest';
import { buildingsAndRooms } from '../../../electron/bookings/staff/buildings-and-rooms.ts';
import { signs, updateSign } from '../../../electron/bookings/staff/signs.ts';
import { answering, demo } from './desk.ts';

describe('buildings and rooms for set-up', () => {
  it('are all of the demo’s, the rooms in their buildings', async () => {
    const { call } = await demo();
    const places = await buildingsAndRooms(call);
    if (!places.ok) throw new Error(places.failure.code);
    const { buildings, rooms } = places.value;
    expect(buildings.map(({ id }) => id)).toEqual(expect.arrayContaining(['1', '2']));
    expect(buildings[0]?.name.map(({ language }) => language)).toEqual(['en', 'zh-Hant', 'zh-Hans']);
    expect(rooms.length).toBeGreaterThan(5);
    const known = rooms.filter(({ buildingId }) => buildingId !== undefined);
    // What is on no floor, such as a loaned machine, is in no building.
    expect(known.length).toBeGreaterThan(rooms.length / 2);
    for (const room of known) expect(['1', '2'], room.id).toContain(room.buildingId);
  });

  it('go over pages that count from 1, each row once, without the deleted', async () => {
    const all = Array.from({ length: 120 }, (_, place) => ({ id: place + 1, name: `Room ${place + 1}`, floor: 'G' }));
    all.push({ id: 500, name: 'Gone', floor: 'G', isDeleted: true } as never);
    const { call } = await answering((path, query) => {
      if (path === 'building/v1')
        return [
          { id: 'hq', name: { en: 'HQ' }, floors: [{ id: 9 }] },
          { id: 2, name: 'Old', isDeleted: 1 },
        ];
      const page = Number(query.get('page') ?? 1);
      return { data: all.slice((page - 1) * 50, page * 50) };
    });
    const places = await buildingsAndRooms(call);
    if (!places.ok) throw new Error(places.failure.code);
    expect(places.value.buildings).toEqual([{ id: 'hq', name: [{ language: 'en', text: 'HQ' }] }]);
    expect(places.value.rooms.map(({ id }) => Number(id))).toEqual(Array.from({ length: 120 }, (_, place) => place + 1));
  });

  it('a room’s building is told by the room, by its floor, or by the building that has the floor', async () => {
    const rooms = [
      { id: 'a', name: 'A', buildingId: 'hq' },
      { id: 'b', name: 'B', floor: { id: 1, building: { id: 'hq' } } },
      { id: 'c', name: 'C', floorId: 9 },
      { id: 'd', name: 'D', floorId: 10 },
    ];
    const { call } = await answering((path) =>
      path === 'building/v1' ? [{ id: 'hq', name: 'HQ', floors: [{ id: '9' }] }] : rooms,
    );
    const places = await buildingsAndRooms(call);
    expect(places.ok && places.value.rooms.map(({ buildingId }) => buildingId)).toEqual(['hq', 'hq', 'hq', undefined]);
  });
});

describe('the site’s signs', () => {
  it('are the demo’s controllers with the state of each tag', async () => {
    const { call } = await demo();
    const found = await signs(call);
    if (!found.ok) throw new Error(found.failure.code);
    const tags = found.value.flatMap((controller) => controller.tags);
    expect(found.value.map(({ name }) => name)).toEqual(['Lobby signs', 'Signs on 12/F']);
    expect(tags.find(({ id }) => id === 'E2-0002')).toMatchObject({ name: 'Bamboo Room', batteryLevel: 9, isOnline: true });
    expect(tags.find(({ id }) => id === 'E2-0003')?.isOnline).toBe(false);
  });

  it('a tag’s state is told to the server, and read back', async () => {
    const { call } = await demo();
    const status = { batteryLevel: 100, screenSize: 4.2, isOnline: true, ePaperTagId: 'E2-0002' };
    expect(await updateSign(call, status)).toEqual({ ok: true, value: undefined });
    const found = await signs(call);
    const tag = found.ok ? found.value.flatMap(({ tags }) => tags).find(({ id }) => id === 'E2-0002') : undefined;
    expect(tag?.batteryLevel).toBe(100);
  });

  it('a controller whose tags the search leaves out is asked for by its id; one that cannot be stands there without', async () => {
    const { web, call } = await answering((path) => {
      if (path === 'ePaperController/v1')
        return {
          data: [
            { id: 1, name: 'A', tags: null },
            { id: 2, name: 'B', tags: [{ tagId: 'x' }] },
            { id: 3, name: 'C' },
            { id: 4, isDeleted: true },
          ],
        };
      return path.endsWith('/1') ? { id: 1, name: 'A', tags: [{ ePaperTagId: 'y', battery: '7', online: 'False' }] } : undefined;
    });
    expect(await signs(call)).toMatchObject({
      ok: true,
      value: [
        { id: '1', tags: [{ id: 'y', batteryLevel: 7, isOnline: false }] },
        { id: '2', tags: [{ id: 'x' }] },
        { id: '3', tags: [] },
      ],
    });
    expect(web.seen.map(({ target }) => target.split('/').at(-1)?.replace(/\?.*/, ''))).toEqual(['v1', '1', '3']);
  });

  it.each([
    [{ isSuccess: false }, 'bookings.refused'],
    [{}, 'bookings.unreadable'],
  ])('an update that is answered with %j is %s', async (body, code) => {
    const { web, call } = await answering(() => body);
    const status = { batteryLevel: null, screenSize: null, isOnline: false, ePaperTagId: 'x' };
    expect(await updateSign(call, status)).toMatchObject({
      ok: false,
      failure: { code, operation: 'ePaperController.updateTagStatus', field: 'isSuccess' },
    });
    expect(web.seen).toHaveLength(1);
  });
});
