import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../electron/bookings/call.ts';

const period = { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T10:00:00+08:00' };
const read = (row: object) => {
  const answer = readAnswer('visitingAppointment.search', { data: [row] });
  if (!answer.ok) throw new Error(answer.failure.field);
  const [appointment] = answer.value.data;
  if (!appointment) throw new Error('no row');
  return appointment;
};
const ids = (references: readonly ({ id?: string | undefined } | null | undefined)[] | undefined) =>
  references?.map((one) => one?.id);

describe('an appointment in the shapes that servers use', () => {
  it.each([{ period }, { startDate: period.from, endDate: period.to }, { period: { start: period.from, end: period.to } }])(
    '%j',
    (row) => {
      expect(read(row).period).toEqual(period);
    },
  );

  it.each([
    { invitingUser: { id: 3 } },
    { invitingUserId: 3 },
    { invitingUserId: '3' },
    { inviter: { id: '3' } },
    { organizer: 3 },
  ])('its host %j', (row) => {
    expect(read(row).host?.id).toBe('3');
  });

  it('its host’s name, where it says so', () => {
    expect(read({ invitingUser: { displayName: 'Oskar' } }).host?.name).toEqual([{ language: '', text: 'Oskar' }]);
  });

  it.each([
    { bookableResource: { id: 101 } },
    { bookableResourceId: 101 },
    { bookableResources: [{ id: 101 }, { id: 102 }] },
    { bookableResourceIds: [101, 102] },
    { bookableResourceId: '101,102' },
  ])('its room %j', (row) => {
    expect(read(row).resource?.id).toBe('101');
  });

  it.each([{ building: { id: 2 } }, { buildingId: 2 }, { buildingId: '2' }])('its building %j', (row) => {
    expect(read(row).building?.id).toBe('2');
  });

  it.each([{ visitors: [{ id: 7 }, { id: 8 }] }, { visitorIds: [7, 8] }, { visitorIds: '7,8' }])('its visitors %j', (row) => {
    expect(ids(read(row).visitors)).toEqual(['7', '8']);
  });

  it.each([{ visitorId: 7 }, { visitor: { id: 7 } }])('its visitor %j', (row) => {
    expect(ids(read(row).visitors)).toEqual(['7']);
  });

  it('nothing at all', () => {
    expect(read({})).toMatchObject({ withdrawn: false });
    expect(read({ bookableResource: null, visitors: null, building: null, invitingUser: null }).visitors).toBeUndefined();
  });

  it.each([{ isCancelled: true }, { isDeleted: true }, { isCanceled: 1 }])('withdrawn: %j', (row) => {
    expect(read(row).withdrawn).toBe(true);
  });

  it('names the field that it cannot read', () => {
    expect(readAnswer('visitingAppointment.search', { data: [{ invitingUser: true }] })).toMatchObject({
      failure: { operation: 'visitingAppointment.search', field: 'data[0].host' },
    });
  });
});

describe('places and users', () => {
  const floor = { id: 12, name: [{ language: 'en', value: '12/F' }], building: { id: 1 } };
  it('a room knows its floor and building', () => {
    const answer = readAnswer('bookableResource.get', { id: 101, name: 'Jasmine', floor });
    expect(answer).toMatchObject({ value: { floor: { id: '12', name: [{ text: '12/F' }], building: { id: '1' } } } });
    expect(readAnswer('bookableResource.get', { id: 101, floor: null, floorId: 12 })).toMatchObject({ value: { floorId: '12' } });
    expect(readAnswer('bookableResource.get', { id: 101, floor: '12/F' })).toMatchObject({
      value: { floor: { name: [{ text: '12/F' }] } },
    });
  });

  it('a building knows its floors', () => {
    const answer = readAnswer('building.get', { id: 1, name: { en: 'Tower' }, floors: [floor] });
    expect(answer).toMatchObject({ value: { name: [{ language: 'en', text: 'Tower' }], floors: [{ id: '12' }] } });
    expect(readAnswer('building.get', { id: 1, floors: null })).toMatchObject({ value: { floors: [] } });
    expect(readAnswer('building.get', { id: 1, floors: 'all' })).toMatchObject({ failure: { field: 'floors' } });
  });

  it.each([{ displayName: 'Oskar L' }, { name: 'Oskar L' }, { firstName: 'Oskar', lastName: 'L' }])('a user %j', (user) => {
    expect(readAnswer('user.get', { id: 3, ...user })).toMatchObject({ value: { displayName: 'Oskar L' } });
  });
});
