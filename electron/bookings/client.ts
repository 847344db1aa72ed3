import { success } from '../contract/failure.ts';
import type { CallEnded } from '../core/call-ended.ts';
import type { Bookings } from '../core/ports.ts';
import { type Call, createCall } from './call.ts';
import type { Credentials } from './credentials.ts';
import { type Dialect, plainDialect } from './dialect.ts';
import { findDoorCode } from './door-code.ts';
import { createFindings, type FindingCounts } from './findings.ts';
import { createMemory } from './memory.ts';
import { type FetchPicture, pictureFetcher } from './pictures.ts';
import { recalling } from './recall.ts';
import { type DownloadRoster, rosterDownload } from './roster.ts';
import type { RevokedTokens } from './sign-in.ts';
import { dayCounts } from './staff/day-counts.ts';
import { servicesOffered } from './staff/services-offered.ts';
import { usersNamed } from './staff/users-named.ts';
import { createTransport, type Deadlines, type TransportState } from './transport.ts';
import { findVisit } from './visits.ts';
import { badgeWriter, type WriteBadge } from './writing.ts';

/** Milliseconds. `visit`: a person waits in front of the screen for all the calls of one look-up together. */
const defaultDeadlines = { connect: 2_500, headers: 4_000, body: 4_000, total: 5_000, visit: 2_000 };

/** How long a host or a place stands that the roster's download has asked for (milliseconds), and how many of them are remembered. */
const placesFresh = 60 * 60_000;
const mostPlaces = 20_000;

/**
 * What a client is made of; `dialect`: how this server speaks (as the table says, unless given); `building` is this kiosk's own, where
 * the installer set it; `ca` (PEM) is trusted besides the well-known authorities, `proxy` is gone through, `revoked` remembers tokens
 * that must not be sent again.
 */
export interface BookingsOptions {
  readonly url: URL;
  readonly credentials: Credentials;
  readonly dialect?: Dialect;
  readonly building?: string | undefined;
  readonly ca?: string | undefined;
  readonly proxy?: URL | undefined;
  readonly revoked?: RevokedTokens | undefined;
  /** Told of every call that was on the wire, when it has ended. */
  readonly onEnded?: ((call: CallEnded) => void) | undefined;
  readonly deadlines?: Partial<Deadlines & { readonly visit: number }>;
  readonly now?: () => Date;
}

/** Bookings ONE, and what staff may know of the connection to it. */
export interface BookingsClient extends Bookings {
  connection(): TransportState;
  /** Asks whether the server is there, whatever is known of it, and is heard like any call. Never rejects. */
  probe(): Promise<unknown>;
  /** After the machine has slept: drops kept connections, and lets the token be looked at again. */
  refresh(): void;
  /** How often the server's answers were odd, but readable. */
  findings(): FindingCounts;
  /** Calls that give way to those for which a visitor waits. */
  readonly background: Call;
  readonly fetchPicture: FetchPicture;
  readonly downloadRoster: DownloadRoster;
  readonly writeBadge: WriteBadge;
}

/** The client of one Bookings ONE server. Opens nothing until the first call. */
export function createBookings(options: BookingsOptions): BookingsClient {
  const deadlines = { ...defaultDeadlines, ...options.deadlines };
  const { url, credentials, ca, proxy, revoked, onEnded } = options;
  const dialect = options.dialect ?? plainDialect({});
  const look = dialect.place('system.information').path;
  const transport = createTransport({ url, credentials, deadlines, ca, proxy, revoked, look, onEnded });
  const findings = createFindings();
  const memory = createMemory();
  const call = recalling(createCall(transport, dialect, findings.note), { memory });
  const givingWay = createCall(transport, dialect, findings.note, true);
  const background = recalling(givingWay, { memory });
  // With a memory of its own: a large site's hosts would push out what visitors wait for.
  const places = recalling(givingWay, { memory: createMemory({ most: mostPlaces }), fresh: placesFresh });
  const now = options.now ?? (() => new Date());

  return {
    systemInformation: async () => {
      const answer = await call('system.information', {});
      return answer.ok ? { ok: true, value: present(answer.value) } : answer;
    },
    findVisit: (code) => {
      const together = endingWithin(call, deadlines.visit);
      // Nearly every visit is to this building: its name is fetched beside the badge and remembered, not at the end of the chain.
      if (options.building) void together('building.get', { id: options.building });
      return findVisit(together, code, now(), options.building !== undefined, findings.note);
    },
    doorCode: (roomId, period) => findDoorCode(endingWithin(call, deadlines.visit), roomId, period, now()),
    services: (ids) => servicesOffered(background, ids),
    hostsNamed: (text) => usersNamed(background, text),
    dayCounts: async (day) => {
      const answer = await dayCounts(background, day);
      if (!answer.ok) return answer;
      const { initial: expected, visiting: inside, visited: left, noShow } = answer.value;
      return success({ expected, inside, left, noShow });
    },
    connection: () => transport.state(),
    probe: () => transport.probe(deadlines.visit),
    refresh: () => transport.refresh(),
    findings: findings.counts,
    background,
    fetchPicture: pictureFetcher(transport, url),
    downloadRoster: rosterDownload({ call: background, places, building: options.building, note: findings.note }),
    writeBadge: badgeWriter(transport),
    close: () => transport.close(),
  };
}

/** A call whose every use ends before the same moment, by the monotonic clock. */
function endingWithin(call: Call, milliseconds: number): Call {
  const ends = performance.now() + milliseconds;
  return (key, given) => call(key, given, ends - performance.now());
}

function present<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
