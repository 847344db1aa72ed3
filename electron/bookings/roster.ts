import { setImmediate as turn } from 'node:timers/promises';
import { type Failure, type FailureCode, failure, type Result, success } from '../contract/failure.ts';
import type { ServerView } from '../core/event.ts';
import type { Visit } from '../core/visit.ts';
import { type Appointments, readAppointments } from './appointments.ts';
import { completed, isWhole } from './badges.ts';
import type { Call } from './call.ts';
import type { DatedBadge } from './choice.ts';
import type { Note } from './findings.ts';
import { rowsOf } from './pages.ts';
import type { Badge } from './schemas/badge.ts';
import { localIso } from './schemas/moment.ts';
import { viewOf, viewsById } from './server-views.ts';
import { several } from './several.ts';
import { surroundingsOf } from './surroundings.ts';
import { visitOf } from './visits.ts';

/** More badges or appointments of these days than any site has. */
const mostRows = 200_000;
/** Badges that are asked for one by one where the search leaves out what a visit needs, and of those that it did not bring. */
const mostCompleted = 2_000;
const mostMissed = 50;
/** Badges that are composed before everybody else gets a turn. */
const slice = 50;

/** A span of days (ISO 8601 with offset). */
export interface RosterDays {
  readonly from: string;
  readonly to: string;
}

/** From yesterday's first moment to the last second of the day `ahead` days from today, by this machine's calendar. */
export function rosterDays(now: Date, ahead: number): RosterDays {
  const midnight = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  return { from: localIso(midnight(-1)), to: localIso(new Date(midnight(ahead + 1).getTime() - 1_000)) };
}

/**
 * What is downloaded: the visits of these days, given to `take` as they are composed; and what the server says of the badges in
 * `watched` (their ids). `rows`: how many are asked for on a page. `onRead`: how many badges have come.
 */
export interface RosterWish extends RosterDays {
  readonly rows: number;
  readonly watched: ReadonlySet<string>;
  readonly take: (visits: readonly Visit[]) => Promise<Result<void>>;
  readonly onRead: (badges: number) => void;
  readonly isStopped: () => boolean;
}

/**
 * How many visits there are, and what the server says of those badges that were watched: by the search, and of the last 50 that it did
 * not bring, by id. `gone`: it has no badge with this id. A badge that is not in it was not asked for.
 */
export interface RosterRead {
  readonly badges: number;
  readonly views: ReadonlyMap<string, ServerView>;
}

/** Downloads what a kiosk needs to go on without its server. Ends with the first failure: a part is never taken for the whole. */
export type DownloadRoster = (wish: RosterWish) => Promise<Result<RosterRead>>;

interface Site {
  readonly call: Call;
  /** Remembers hosts and places for longer than one download. */
  readonly places: Call;
  readonly building: string | undefined;
  readonly note: Note;
}

/**
 * The download of one site. With a building only the badges of that building are asked for, and what turns out to be elsewhere is left out.
 * Rows without a code are passed over; a badge that nobody can read whole is passed over and counted.
 */
export const rosterDownload =
  (site: Site): DownloadRoster =>
  async (wish) => {
    const read = await readBadges(site, wish);
    if (!read.ok) return read;
    const { badges, visitors, views } = read.value;
    const asked = { from: wish.from, to: wish.to, rows: wish.rows, most: mostRows, note: site.note };
    const appointments = await readAppointments(site.call, visitors, asked, wish.isStopped);
    if (!appointments.ok && isGrave(appointments.failure)) return appointments;
    let count = 0;
    while (badges.length > 0) {
      if (wish.isStopped()) return stopped;
      const visits = await several(badges.splice(0, slice), (badge) => compose(site, badge, appointments));
      if (!visits.ok) return visits;
      const here = visits.value.filter((visit) => visit !== undefined).filter(({ place }) => isHere(site, place.buildingId));
      const taken = await wish.take(here);
      if (!taken.ok) return taken;
      count += here.length;
      await turn();
    }
    // The newest first: old ones that nobody confirms would keep the others from being asked for.
    const missed = [...wish.watched]
      .reverse()
      .filter((id) => !views.has(id))
      .slice(0, mostMissed);
    const more = await viewsById(site.call, missed, isGrave);
    return more.ok ? success({ badges: count, views: new Map([...views, ...more.value]) }) : more;
  };

const stopped = failure('bookings.unreachable', { operation: 'visitorManagement.search' });

/** What says something of the one thing that was asked for, and nothing of the server. */
const ofOneThing: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'bookings.notFound',
  'bookings.forbidden',
  'bookings.refused',
  'bookings.unreadable',
]);
const isGrave = ({ code }: Failure): boolean => !ofOneThing.has(code);
const isHere = ({ building }: Site, id: string | undefined): boolean => !building || !id || building === id;

async function readBadges(
  { call, building, note }: Site,
  { from, to, rows, watched, onRead, isStopped }: RosterWish,
): Promise<Result<{ badges: DatedBadge[]; visitors: ReadonlySet<string>; views: Map<string, ServerView> }>> {
  const badges: DatedBadge[] = [];
  const visitors = new Set<string>();
  const take = (badge: DatedBadge) => {
    badges.push(badge);
    if (badge.visitor?.id) visitors.add(badge.visitor.id);
  };
  const views = new Map<string, ServerView>();
  const lacking: Badge[] = [];
  const isAsked = ({ period, ...row }: Badge) =>
    (!period || (Date.parse(period.from) <= Date.parse(to) && Date.parse(from) <= Date.parse(period.to))) &&
    (!building || !row.building?.id || row.building.id === building);
  const given = { from, to, ...(building && { buildingId: building }) };
  const options = { rows, most: mostRows, note, keep: (row: Badge) => isAsked(row) || watched.has(row.key) };
  let read = 0;
  for await (const row of rowsOf(call, 'visitorManagement.search', given, options)) {
    if (!row.ok) return row;
    if (isStopped()) return stopped;
    const badge = row.value;
    if (watched.has(badge.key)) views.set(badge.key, viewOf(badge));
    if (badge.registrationCode === undefined || !isAsked(badge)) continue;
    if (badge.period && isWhole(badge)) take({ ...badge, period: badge.period });
    else lacking.push(badge);
    read += 1;
    if (read % rows === 0) onRead(read);
  }
  onRead(read);
  if (lacking.length > mostCompleted) return failure('bookings.tooLarge', { operation: 'visitorManagement.get' });
  const whole = await several(lacking, async (badge) => {
    if (isStopped()) return stopped;
    const asked = await completed(call, badge);
    if (asked.ok || isGrave(asked.failure)) return asked;
    if (asked.failure.code !== 'bookings.notFound') note('rowsSkipped');
    return success(undefined);
  });
  if (!whole.ok) return whole;
  for (const badge of whole.value) if (badge && isAsked(badge)) take(badge);
  return success({ badges, visitors, views });
}

async function compose(
  { places, building, note }: Site,
  badge: DatedBadge,
  appointments: Result<Appointments>,
): Promise<Result<Visit | undefined>> {
  const asked = appointments.ok ? await appointments.value.of(badge) : appointments;
  // As in a look-up: where the kiosk has a building, nobody passes of whom it is not known.
  const isNeeded = building !== undefined && !badge.building?.id;
  if (asked === 'notAsked' && isNeeded) {
    note('rowsSkipped');
    return success(undefined);
  }
  const appointment = asked === 'notAsked' ? success(undefined) : asked;
  if (!appointment.ok && (isNeeded || isGrave(appointment.failure))) return appointment;
  const surroundings = await surroundingsOf(places, badge, appointment.ok ? appointment.value : undefined, isGrave);
  return surroundings.ok ? success(visitOf(badge, badge.registrationCode ?? '', surroundings.value)) : surroundings;
}
