import { accessKeyTypes } from '../bookings/schemas/access-key.ts';
import { serviceTypes } from '../bookings/schemas/service-item.ts';
import type { DemoBooking } from './bookings.ts';
import type { DemoDevice } from './devices.ts';
import type { DemoKey } from './keys.ts';
import { employees } from './people.ts';
import { type DemoResource, lobbyDisplay, resources } from './places.ts';
import { type DemoContent, picturePath } from './player.ts';
import type { DemoService } from './services.ts';
import type { DemoController } from './signs.ts';
import { localized, periodView } from './views.ts';

const named = (resource: DemoResource) => ({ id: resource.id, name: localized(resource.name) });

/** A booking: its shape is ours, after the operation's parameters. */
export const bookingView = (booking: DemoBooking, now: Date) => ({
  id: booking.id,
  bookingId: booking.id,
  subject: booking.subject,
  content: '',
  period: periodView(booking.period),
  bookingState: stateOf(booking, now),
  organizer: { id: booking.userId, displayName: employees.find(({ id }) => id === booking.userId)?.displayName },
  bookableResource: named(booking.resource),
  isPreparation: booking.isPreparation,
});

/** The state of a booking by name: in use once somebody is there; the house's own are always taken up. */
export function stateOf({ period, visits }: DemoBooking, now: Date): string {
  if (period.from > now || period.to < now) return 'booked';
  return visits.length === 0 || visits.some(({ state }) => state === 'visiting') ? 'using' : 'waitingCheckIn';
}

/** A service item; who brings it by id and name. */
export const serviceView = ({ id, name, description, type, userIds }: DemoService) => ({
  id,
  name: localized(name),
  description: localized(description),
  type: serviceTypes.indexOf(type),
  isDeleted: false,
  actualAssignedUsers: employees
    .filter((user) => userIds.includes(user.id))
    .map(({ id: userId, displayName }) => ({ id: userId, displayName })),
});

/** A device; `lastSensorData` is the demo's own, so that what was posted can be seen. */
export const deviceView = ({ id, accessId, name, resourceId, isDeleted, last }: DemoDevice) => ({
  id,
  accessId,
  name,
  bookableResource: resources.filter((resource) => resource.id === resourceId).map(named)[0] ?? null,
  isDeleted,
  lastSensorData: last,
});

/** A controller of signs. */
export const controllerView = ({ id, name, displayLanguage, tags }: DemoController) => ({ id, name, displayLanguage, tags });

/** A door code: nothing of its shape is on the vendor's page. */
export const keyView = ({ id, resource, bookingId, type, key, period }: DemoKey) => ({
  id,
  bookableResource: named(resource),
  bookingId,
  type: accessKeyTypes.indexOf(type),
  accessKey: key,
  period: period && periodView(period),
});

/** What a screen plays: nothing of its shape is on the vendor's page. A picture lies on the server itself, behind the token. */
export const contentView = (content: DemoContent, server: URL) => ({
  id: content.id,
  bookableResource: named(lobbyDisplay),
  type: content.type,
  duration: content.seconds,
  ...(content.type === 'image' && { url: new URL(`${picturePath}${content.picture}.png`, server).href }),
  ...(content.type === 'text' && { text: localized(content.text) }),
});

/** A sensor's receipt. */
export const receiptView = ({ id, last }: DemoDevice) => ({
  deviceId: id,
  timestamp: last?.timestamp,
  data: { isConnected: last?.isConnected, isOccupied: last?.isOccupied },
});
