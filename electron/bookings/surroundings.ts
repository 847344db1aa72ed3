import { type Failure, type Result, success } from '../contract/failure.ts';
import type { Localized, Visit } from '../core/visit.ts';
import type { Call } from './call.ts';
import { chooseAppointment, type DatedBadge } from './choice.ts';
import type { Note } from './findings.ts';
import { rowsOf } from './pages.ts';
import type { Appointment } from './schemas/appointment.ts';
import type { Building, Resource } from './schemas/place.ts';

/** More appointments of one day than this are not gone through, where a server ignores the filter. */
const mostAppointments = 1_000;

/** Whom a visit is for, by which appointment, and where: what a badge does not tell. */
export type Surroundings = Pick<Visit, 'host' | 'hostId' | 'hostMail' | 'appointmentId' | 'place'>;

/**
 * Host and place of a badge: from its appointment, then the inviting user, the bookable resource and the building. What cannot be had
 * is left out, for the lobby works without. A failure is only: a token that is not taken, for then nothing works; and, where the kiosk
 * has a building (`mustKnowBuilding`), an appointment that cannot be asked for, for a visit to another building may not pass.
 */
export async function findSurroundings(
  call: Call,
  badge: DatedBadge,
  mustKnowBuilding: boolean,
  note?: Note,
): Promise<Result<Surroundings>> {
  const appointment = await findAppointment(call, badge, note);
  const isNeeded = mustKnowBuilding && !badge.building?.id;
  if (!appointment.ok && (isNeeded || isSignedOut(appointment.failure))) return appointment;
  return surroundingsOf(call, badge, appointment.ok ? appointment.value : undefined, isSignedOut);
}

/** Host and place of a badge whose appointment is known, or known not to be there. `isGrave` tells which failures are not "not known". */
export async function surroundingsOf(
  call: Call,
  badge: DatedBadge,
  appointment: Appointment | undefined,
  isGrave: (failure: Failure) => boolean,
): Promise<Result<Surroundings>> {
  const optional = async <T>(asked: Promise<Result<T>>): Promise<Result<T | undefined>> => {
    const answer = await asked;
    return answer.ok || isGrave(answer.failure) ? answer : nothing;
  };
  const { host, resource, building } = appointment ?? {};
  const knownBuilding = building?.id ?? badge.building?.id;
  const [user, room, house] = await Promise.all([
    host?.id && !host.name ? optional(call('user.get', { id: host.id })) : nothing,
    resource?.id ? optional(call('bookableResource.get', { id: resource.id })) : nothing,
    knownBuilding ? optional(call('building.get', { id: knownBuilding })) : nothing,
  ]);
  if (!user.ok) return user;
  if (!room.ok) return room;
  if (!house.ok) return house;
  const buildingId = knownBuilding ?? room.value?.building?.id ?? room.value?.floor?.building?.id;
  const found = !knownBuilding && buildingId ? await optional(call('building.get', { id: buildingId })) : house;
  if (!found.ok) return found;
  const hostName = user.value?.displayName ?? host?.name?.[0]?.text;
  const buildingName = found.value?.name ?? building?.name ?? badge.building?.name ?? room.value?.floor?.building?.name;
  const place = placeOf({ buildingId, buildingName, building: found.value, resource: room.value, roomName: resource?.name });
  const hostMail = user.value?.mail ?? appointment?.hostMail;
  return success({
    ...(hostName && { host: hostName }),
    ...(host?.id && { hostId: host.id }),
    ...(hostMail && { hostMail }),
    ...(appointment?.id && { appointmentId: appointment.id }),
    place,
  });
}

/** The appointment of a badge's visitor on the badge's whole day, and at most its whole period, in the badge's own offset. */
export async function findAppointment(call: Call, badge: DatedBadge, note?: Note): Promise<Result<Appointment | undefined>> {
  const visitorId = badge.visitor?.id;
  if (!visitorId) return nothing;
  const { from, to } = badge.period;
  const window = { from: `${from.slice(0, 10)}T00:00:00${from.slice(19)}`, to: `${to.slice(0, 10)}T23:59:59${to.slice(19)}` };
  // A row that does not say who comes may be the one: `chooseAppointment` knows.
  const keep = ({ visitors }: Appointment) => visitors?.some((visitor) => visitor?.id === visitorId) ?? true;
  const rows: Appointment[] = [];
  const options = { keep, most: mostAppointments, ...(note && { note }) };
  for await (const row of rowsOf(call, 'visitingAppointment.search', { visitorId, ...window }, options)) {
    if (!row.ok) return row;
    rows.push(row.value);
  }
  return success(chooseAppointment(rows, badge, visitorId));
}

function placeOf(known: {
  buildingId: string | undefined;
  buildingName: Localized | undefined;
  building: Building | undefined;
  resource: Resource | undefined;
  roomName: Localized | undefined;
}): Visit['place'] {
  const { buildingId, buildingName, resource } = known;
  const floorId = resource?.floor?.id ?? resource?.floorId;
  const floor = resource?.floor?.name ?? (floorId && known.building?.floors.find(({ id }) => id === floorId)?.name) ?? undefined;
  const room = resource?.name ?? known.roomName;
  return {
    ...(buildingId && { buildingId }),
    ...(buildingName && { building: buildingName }),
    ...(floor && { floor }),
    ...(room && { room }),
    ...(resource?.id && { roomId: resource.id }),
  };
}

const nothing = success(undefined);
const isSignedOut = ({ code }: Failure): boolean => code === 'bookings.unauthorized';
