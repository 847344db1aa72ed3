import type { Connection } from '../../electron/journal/database.ts';
import type { Receiver } from './receiver.ts';

/** A letter of the journal's outbox. */
interface Kept {
  readonly id: string;
  readonly state: 'waiting' | 'sent' | 'dead';
  readonly body: string | null;
}

/** What of a letter the receiver reads to tell one event from another. */
interface Told {
  readonly id: string;
  readonly sequence: number;
  readonly kind: string;
  readonly visit: { readonly id: string } | null;
}

/**
 * What must hold of the events that were handed on, each thing that does not in words: what the receiver has is in the journal, in the same
 * bytes; what the journal has as sent, the receiver has; nothing happened twice to a visit; the order within one holds. `isOver`: all that
 * waited has been handed on.
 */
export function brokenLetters(database: Connection, receiver: Receiver, isOver: boolean): readonly string[] {
  const kept = database
    .prepare(`SELECT event_id AS id, state, body FROM outbox JOIN events USING (sequence) WHERE receiver = 'webhook'`)
    .all() as Kept[];
  const byId = new Map(kept.map((letter) => [letter.id, letter]));
  const effects = receiver.effects();
  const known = new Set(effects.map(({ key }) => key));
  return [
    ...effects.flatMap(({ key, body }) => {
      const letter = byId.get(key);
      if (!letter) return [`an event was handed on that is not in the journal: ${key}`];
      return letter.body === null || letter.body === body ? [] : [`other bytes were handed on than are kept: ${key}`];
    }),
    ...kept.filter(({ id, state }) => state === 'sent' && !known.has(id)).map(({ id }) => `sent, and the receiver has no ${id}`),
    ...(isOver ? kept.filter(({ state }) => state !== 'sent').map(({ id, state }) => `at the end ${id} is ${state}`) : []),
    ...outOfOrder(effects.map(({ body }) => JSON.parse(body) as Told)),
    ...receiver.faults,
  ];
}

/** Of each visit the events in the order in which they came about, and what may happen once, once. */
function outOfOrder(told: readonly Told[]): readonly string[] {
  const broken: string[] = [];
  const last = new Map<string, number>();
  const once = new Set<string>();
  for (const { id, sequence, kind, visit } of told) {
    if (!visit) continue;
    if (sequence <= (last.get(visit.id) ?? 0)) broken.push(`${kind} ${id} came after a later event of its visit`);
    last.set(visit.id, sequence);
    if (kind !== 'checkedIn' && kind !== 'checkedOut') continue;
    if (once.has(`${visit.id} ${kind}`)) broken.push(`${kind} twice for one visit: ${id}`);
    once.add(`${visit.id} ${kind}`);
  }
  return broken;
}
