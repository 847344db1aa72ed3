import { localIso } from '../bookings/schemas/moment.ts';
import type { BadgeState, Localized } from '../core/visit.ts';
import type { DemoVisit, Span } from './day.ts';
import { type DemoUser, userGroups } from './people.ts';
import { buildingOfFloor, type DemoBuilding, type DemoResource } from './places.ts';
import { services } from './services.ts';

/** The order of the state integers (api-notes: inferred from the dashboard's counters). */
const stateNames: readonly BadgeState[] = ['initial', 'visiting', 'visited', 'noShow'];

/** A text in several languages as the demo sends it; the vendor's page shows an array, and nothing of what is in it. */
export const localized = (texts: Localized) => texts.map(({ language, text }) => ({ language, value: text }));
/** A period with this machine's offset. */
export const periodView = ({ from, to }: Span) => ({ from: localIso(from), to: localIso(to) });

/** A badge as the vendor's page shows it; `visitor` in the shape that api-notes takes for it. */
export const badgeView = ({ id, visitor, blocked, state, checkIn, checkOut, ...visit }: DemoVisit) => ({
  id,
  uid: `badge-${id}`,
  period: periodView(visit.period),
  registrationCode: visitor.code,
  state: stateNames.indexOf(state),
  visitor: {
    id: id + 2000,
    name: visitor.name,
    firstName: visitor.given ?? null,
    lastName: visitor.family ?? null,
    company: visitor.company ?? null,
    emailAddress: `visitor${id}@example.com`,
    mobile: null,
    isBlacklisted: blocked,
  },
  checkInDate: checkIn ? localIso(checkIn) : null,
  checkOutDate: checkOut ? localIso(checkOut) : null,
});

/** A visiting appointment: its shape is ours, after the operation's parameters. */
export const appointmentView = (visit: DemoVisit, bookingId: number | null) => ({
  id: visit.appointmentId,
  bookingId,
  subject: `Visit of ${visit.visitor.company ?? 'a guest'}`,
  content: '',
  period: periodView(visit.period),
  bookingState: bookingStateOf(visit),
  invitingUser: { id: visit.userId },
  visitors: [{ id: visit.id + 2000 }],
  bookableResource: { id: visit.resource.id, name: localized(visit.resource.name) },
  building: { id: visit.buildingId },
});

/** The booking state of a visit's room, by name. */
export const bookingStateOf = ({ state }: DemoVisit): string =>
  state === 'visiting' || state === 'visited' ? 'using' : state === 'initial' ? 'waitingCheckIn' : 'booked';

/** An employee. */
export const userView = ({ id, displayName, userName, groupId }: DemoUser) => ({
  id,
  displayName,
  emailAddress: `${userName}@example.com`,
  userName,
  isActivated: true,
  userGroups: userGroups.filter((group) => group.id === groupId),
  actualPermissions: [],
  isDeleted: false,
});

/** A building with its floors. */
export const buildingView = (building: DemoBuilding) => ({
  id: building.id,
  name: localized(building.name),
  address: building.address,
  shortName: building.shortName,
  floors: building.floors.map(({ id, name }, order) => ({ id, name: localized(name), order })),
  isDeleted: false,
  order: building.id,
});

/** Kinds of resources, in the order of their integers. */
const types: readonly DemoResource['type'][] = ['room', 'desk', 'equipment'];
/** Categories of rooms, in the order of their integers. */
const categories: readonly DemoResource['category'][] = ['meetingRoom', 'phoneBooth'];

/** A bookable resource with the floor that it is on. */
export function resourceView(resource: DemoResource) {
  const building = buildingOfFloor(resource.floorId);
  const floor = building?.floors.find(({ id }) => id === resource.floorId);
  return {
    id: resource.id,
    accessId: resource.accessId,
    name: localized(resource.name),
    type: types.indexOf(resource.type),
    category: resource.category && categories.indexOf(resource.category),
    description: [],
    actualServiceItems: resource.type === 'room' ? services.map(({ id, name }) => ({ id, name: localized(name) })) : [],
    floor: floor ? { id: floor.id, name: localized(floor.name), buildingId: building?.id } : null,
    capacity: resource.capacity,
    isDeleted: false,
  };
}
