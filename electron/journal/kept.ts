import type { Basis } from '../core/event.ts';
import { type Happened, type Stay, stayOf } from '../core/stay.ts';
import type { Connection } from './database.ts';
import { manyRows } from './rows.ts';
import { happenedIn, ofStays } from './stays.ts';

/** A visit whose names are still kept, and where it stands. `number` orders; times: ISO 8601 with offset. */
export interface Kept {
  readonly number: number;
  readonly visitId: string;
  readonly badgeId: string;
  readonly code: string;
  readonly visitor: string;
  readonly company: string | null;
  readonly host: string | null;
  readonly period: { readonly from: string; readonly to: string };
  readonly walkIn: boolean;
  readonly appointmentId: string | null;
  readonly basis: Basis;
  readonly stay: Stay;
  /** A person, or a decision for the server, changed what was recorded. */
  readonly isCorrected: boolean;
  /** The numbers of its events, in their order; and where it stood after the event with a number, of this visit or another. */
  readonly sequences: () => readonly number[];
  readonly stayAt: (sequence: number) => Stay | undefined;
}

type Text = string | null;
type Key = [number: number, visitId: string, badgeId: string, code: string];
type Said = [
  ...[visitor: string, company: Text, host: Text, from: string, to: string],
  ...[cameThere: Text, walkIn: Text, appointmentId: Text],
];
type Event = [
  visitId: string,
  sequence: number,
  kind: Happened['kind'],
  at: string,
  actor: Happened['actor'],
  basis: Text,
  detail: Text,
];

// In the words of the index that holds them.
const said = [
  ...['visitor.name', 'visitor.company', 'host', 'period.from', 'period.to', 'checkedInAt', 'walkIn', 'appointmentId'],
].map((path) => `visit ->> '$.${path}'`);

/** The visits that `which` (SQL, of a `visit_id`) holds for and whose names are still kept, void ones too, oldest first. */
export function keptVisits(database: Connection, which = 'TRUE'): () => Kept[] {
  const visits = manyRows<[...Key, ...Said]>(
    database,
    ['number', 'visit_id', 'badge_id', 'code', ...said],
    `visits INDEXED BY visits_kept WHERE purged = 0 AND ${which}`,
  );
  const events = manyRows<Event>(
    database,
    // The sequence is the row's id, which every index holds.
    ['visit_id', 'sequence', 'kind', 'at', 'actor', 'basis', 'detail'],
    `events INDEXED BY events_of_stays WHERE content_key IS NOT NULL AND kind IN ${ofStays} AND ${which}`,
  );
  return () => {
    const happened = new Map<string, Event[]>();
    for (const event of events()) {
      const known = happened.get(event[0]);
      if (known) known.push(event);
      else happened.set(event[0], [event]);
    }
    return visits()
      .flatMap((row) => keptOf(row, happened.get(row[1]) ?? []))
      .sort((one, other) => one.number - other.number);
  };
}

function keptOf(row: [...Key, ...Said], events: Event[]): Kept[] {
  const [number, visitId, badgeId, code, visitor, company, host, from, to, cameThere, walkIn, appointmentId] = row;
  if (events.length > 1) events.sort(([, one], [, other]) => one - other);
  const stayAfter = (some: readonly Event[]) => stayOf(some.map(happenedAs), cameThere ?? undefined);
  const stay = stayAfter(events);
  if (!stay) return [];
  return [
    {
      ...{ number, visitId, badgeId, code, visitor, company, host, period: { from, to }, walkIn: walkIn !== null, appointmentId },
      // Journals before version 3 did not say; their kiosks checked nobody in without the server.
      basis: stay.basis ?? { from: 'server' },
      stay,
      isCorrected: events.some(([, , kind]) => kind === 'corrected'),
      sequences: () => events.map(([, sequence]) => sequence),
      stayAt: (until) => stayAfter(events.filter(([, sequence]) => sequence <= until)),
    },
  ];
}

/** Of the first event alone what it was decided on is told: there are many, and it is a text to be read. */
const happenedAs = ([, , kind, at, actor, basis, detail]: Event, index: number): Happened =>
  happenedIn({ kind, at, actor, basis: index === 0 ? basis : null, detail });
