import { operations } from '../bookings/operations.ts';
import type { DemoVisit, Span } from './day.ts';
import { users } from './people.ts';
import { buildings, resources } from './places.ts';
import { admits, mentions, type Rule, type Values } from './query.ts';
import {
  appointmentView,
  badgeView,
  bookingStateOf,
  buildingView,
  categories,
  resourceView,
  stateNames,
  types,
  userView,
} from './views.ts';

/** One operation that the demo server answers. `find` answers one thing (undefined: not there), `search` a list that is then paged. */
export type Endpoint = { readonly path: string; readonly rules: Readonly<Record<string, Rule>> } & (
  | { readonly find: (id: string, day: readonly DemoVisit[]) => unknown; readonly id?: 'integer' }
  | { readonly search: (values: Values, day: readonly DemoVisit[]) => readonly unknown[] }
);

const paged = { page: 'integer', row: 'integer' } as const;
const spanned = { from: 'moment', to: 'moment' } as const;

/** Does the period reach into what was searched? */
const overlaps = ({ from, to }: Span, values: Values): boolean =>
  to.getTime() >= Number(values['from']?.[0] ?? Number.NEGATIVE_INFINITY) &&
  from.getTime() <= Number(values['to']?.[0] ?? Number.POSITIVE_INFINITY);

const texts = (list: readonly { readonly text: string }[]): string[] => list.map(({ text }) => text);
const undeleted = (values: Values): boolean => admits(values['isDeleted'], 'false');

/** The operations, at the paths that the client takes by default. */
export const endpoints: readonly Endpoint[] = [
  {
    path: operations['system.information'].path,
    rules: {},
    find: () => ({ name: 'Bookings ONE', version: '2.2.0', environment: 'Demo', clientName: 'Happy Ltd.' }),
  },
  {
    path: operations['visitorManagement.get'].path,
    rules: {},
    find: (id, day) => day.map(badgeView).find((badge) => String(badge.id) === id || badge.uid === id),
  },
  {
    path: operations['visitorManagement.search'].path,
    rules: {
      id: 'integers',
      uid: 'texts',
      ...spanned,
      registrationCode: 'texts',
      buildingId: 'integers',
      state: stateNames,
      ...paged,
    },
    search: (values, day) =>
      day
        .filter((visit) => overlaps(visit.period, values) && admits(values['buildingId'], visit.buildingId))
        .filter((visit) => admits(values['registrationCode'], visit.visitor.code) && admits(values['state'], visit.state))
        .map(badgeView)
        .filter((badge) => admits(values['id'], badge.id) && admits(values['uid'], badge.uid)),
  },
  {
    path: operations['visitingAppointment.search'].path,
    rules: {
      id: 'integers',
      ...spanned,
      invitingUserId: 'integers',
      searchText: 'text',
      bookingState: ['booked', 'using', 'waitingCheckIn'],
      bookableResourceId: 'integers',
      buildingId: 'integers',
      visitorId: 'integers',
      bookingId: 'integers',
      ...paged,
    },
    search: (values, day) =>
      day
        .filter((visit) => overlaps(visit.period, values) && admits(values['bookingState'], bookingStateOf(visit)))
        .map(appointmentView)
        .filter((row) => admits(values['id'], row.id) && admits(values['bookingId'], row.bookingId))
        .filter((row) => admits(values['invitingUserId'], row.invitingUser.id) && admits(values['buildingId'], row.building.id))
        .filter((row) => admits(values['bookableResourceId'], row.bookableResource.id))
        .filter((row) => row.visitors.some(({ id }) => admits(values['visitorId'], id)))
        .filter((row) => mentions(values['searchText'], [row.subject, row.content])),
  },
  {
    path: operations['user.get'].path,
    rules: {},
    id: 'integer',
    find: (id) => users.filter((user) => String(user.id) === id).map(userView)[0],
  },
  {
    path: '/API/external/user/v1',
    rules: { id: 'integers', userGroupId: 'integers', searchText: 'text', isDeleted: 'flag', ...paged },
    search: (values) =>
      users
        .filter((user) => admits(values['id'], user.id) && undeleted(values) && values['userGroupId'] === undefined)
        .filter((user) => mentions(values['searchText'], [user.displayName, user.userName]))
        .map(userView),
  },
  {
    path: operations['building.get'].path,
    rules: {},
    id: 'integer',
    find: (id) => buildings.filter((building) => String(building.id) === id).map(buildingView)[0],
  },
  {
    path: '/API/external/building/v1',
    rules: { id: 'integers', isDeleted: 'flag', searchText: 'text', ...paged },
    search: (values) =>
      buildings
        .filter((building) => admits(values['id'], building.id) && undeleted(values))
        .filter((building) => mentions(values['searchText'], texts(building.name)))
        .map(buildingView),
  },
  {
    path: operations['bookableResource.get'].path,
    rules: {},
    find: (id) => resources.filter((resource) => String(resource.id) === id).map(resourceView)[0],
  },
  {
    path: '/API/external/bookableResource/v1',
    rules: {
      id: 'integers',
      type: types,
      category: categories,
      accessId: 'texts',
      isDeleted: 'flag',
      searchText: 'text',
      floorId: 'integers',
      minCapacity: 'integer',
      maxCapacity: 'integer',
      ...paged,
    },
    search: (values) =>
      resources
        .filter((resource) => admits(values['id'], resource.id) && undeleted(values))
        .filter((resource) => admits(values['type'], resource.type) && admits(values['category'], resource.category))
        .filter((resource) => admits(values['accessId'], resource.accessId) && admits(values['floorId'], resource.floorId))
        .filter(({ capacity }) => capacity >= Number(values['minCapacity']?.[0] ?? 0))
        .filter(({ capacity }) => capacity <= Number(values['maxCapacity']?.[0] ?? Number.POSITIVE_INFINITY))
        .filter((resource) => mentions(values['searchText'], texts(resource.name)))
        .map(resourceView),
  },
];
