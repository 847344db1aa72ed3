import { randomBytes, randomUUID } from 'node:crypto';
import { isFor } from '../core/addressed.ts';
import type { Actor, Basis, EventKind } from '../core/event.ts';
import type { Receiver } from '../core/outbox.ts';
import type { Visit } from '../core/visit.ts';
import { letterBodyOf } from './body.ts';
import { beforeTheFirst, digestOf, hashOf } from './chain.ts';
import type { Connection } from './database.ts';

/** What happened. `visitId` absent: to the kiosk itself; `at`: ISO 8601 with offset; `detail`: what the kind needs besides. */
interface Happening {
  readonly visitId?: string;
  readonly kind: EventKind;
  readonly at: string;
  readonly actor: Actor;
  readonly basis?: Basis;
  readonly detail?: object;
}

/** The one way into the table of events. */
export interface Events {
  /** Appends an event to the chain and puts its letter into the outbox for each receiver that it is for. Call it within a transaction. */
  append(happening: Happening): void;
}

/** The events of a journal whose letters go to these receivers. */
export function eventsOf(database: Connection, receivers: readonly Receiver[]): Events {
  const { kiosk } = database.prepare('SELECT kiosk FROM journal').get() as { kiosk: string };
  const newestHash = database.prepare('SELECT hash FROM events ORDER BY sequence DESC LIMIT 1');
  // SQLite's own note of the highest number ever: a last row that somebody took away leaves a gap, and its number is not given again.
  const highest = database.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'events'`);
  const visitById = database.prepare('SELECT visit FROM visits WHERE visit_id = ? AND purged = 0');
  const add = database.prepare(
    `INSERT INTO events (sequence, event_id, visit_id, kind, at, actor, basis, detail, content_key, digest, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addLetter = database.prepare('INSERT INTO outbox (receiver, sequence, visit_id, body) VALUES (?, ?, ?, ?)');

  return {
    append: ({ visitId, kind, at, actor, basis, detail }) => {
      const id = randomUUID();
      const sequence = ((highest.get() as { seq: number } | undefined)?.seq ?? 0) + 1;
      const previous = (newestHash.get() as { hash: string } | undefined)?.hash ?? beforeTheFirst;
      const visit = visitId === undefined ? undefined : (visitById.get(visitId) as { visit: string } | undefined)?.visit;
      // Of a visit that is purged already nothing is kept but that it happened.
      const kept = visitId === undefined || visit !== undefined;
      const key = randomBytes(16);
      const texts = { basis: basis ? JSON.stringify(basis) : null, detail: detail ? JSON.stringify(detail) : null };
      const digest = digestOf(key, visit ?? '', texts.detail);
      const about = visitId ?? null;
      const hash = hashOf(previous, { sequence, eventId: id, kiosk, visitId: about, kind, at, actor, basis: texts.basis, digest });
      add.run(sequence, id, about, kind, at, actor, texts.basis, kept ? texts.detail : null, kept ? key : null, digest, hash);
      if (receivers.length === 0) return;
      // Written by visits.ts from a Visit, and whole because it is encrypted with the database: not parsed by a schema again.
      const known = visit === undefined ? undefined : (JSON.parse(visit) as Visit);
      const event = { id, kiosk, sequence, kind, at, actor, basis, detail, previous, digest, hash };
      for (const receiver of receivers.filter((receiver) => isFor(receiver, kind, known))) {
        addLetter.run(receiver, sequence, about, letterBodyOf(receiver, event, visitId, known));
      }
    },
  };
}
