import type { Connection } from '../../electron/journal/database.ts';
import { readMail } from '../handover/mail-reader.ts';
import type { Site } from './site.ts';

/** A letter to a host, as the journal has it. */
interface Kept {
  readonly id: string;
  readonly visit: string;
  readonly state: 'waiting' | 'sent' | 'dead';
  readonly failure: string | null;
  readonly host: string;
}

/** What happened to a visit that says whether the visitor is here. */
interface Happened {
  readonly visit: string;
  readonly kind: string;
  readonly at: string;
  readonly what: string | null;
}

type Mail = Site['mail']['kept'][number];

/**
 * What must hold of what hosts were told, each thing that does not in words: each arrival once at most and to its own host, never after the visit has
 * ended, and as the journal has it: sent means that the mail server has it, and only of what may have been sent nobody knows. `isOver`: all that
 * waited has been settled.
 */
export function brokenMails(database: Connection, mails: readonly Mail[], isOver: boolean): readonly string[] {
  const letters = database
    .prepare(
      `SELECT event_id AS id, events.visit_id AS visit, state, failure ->> '$.code' AS failure, visits.visit ->> '$.hostMail' AS host
       FROM outbox JOIN events USING (sequence) JOIN visits ON visits.visit_id = events.visit_id WHERE receiver = 'hosts'`,
    )
    .all() as Kept[];
  const happened = database
    .prepare(
      `SELECT visit_id AS visit, kind, at, detail ->> '$.what' AS what FROM events WHERE visit_id IS NOT NULL ORDER BY sequence`,
    )
    .all() as Happened[];
  const told = new Map<string, number>();
  for (const mail of mails) told.set(idOf(mail), (told.get(idOf(mail)) ?? 0) + 1);
  const known = new Map(letters.map((letter) => [letter.id, letter]));
  return [
    ...[...told].flatMap(([id, times]) => (times > 1 ? [`a host was told ${times} times: ${id}`] : [])),
    ...mails.flatMap((mail) => {
      const letter = known.get(idOf(mail));
      if (!letter) return [`a host was told what is not in the journal: ${idOf(mail)}`];
      const isHere = isHereAt(
        mail.askedAt,
        happened.filter(({ visit }) => visit === letter.visit),
      );
      return [
        ...(isHere ? [] : [`a host was told of a visitor who is not here: ${letter.id}`]),
        ...(mail.to.length === 1 && mail.to[0] === letter.host ? [] : [`somebody else was told: ${letter.id}`]),
      ];
    }),
    ...letters.flatMap(({ id, state, failure }) => {
      const isThere = told.has(id);
      if (isOver && state === 'waiting') return [`at the end a host still waits for ${id}`];
      // Of one that was about to leave nobody knows.
      if (failure === 'mail.unsure' || isThere === (state === 'sent' && failure === null)) return [];
      return [`the journal has ${id} as ${failure ?? state}, and the mail server ${isThere ? 'has it' : 'has nothing'}`];
    }),
  ];
}

const idOf = ({ text }: Mail): string => /^<([^@>]+)@/.exec(readMail(text).headers['message-id'] ?? '')?.[1] ?? 'no id';

/** Whether the visitor is here by what was recorded before a moment (milliseconds since 1970). */
function isHereAt(moment: number, happened: readonly Happened[]): boolean {
  let isHere = false;
  for (const { kind, at, what } of happened) {
    if (Date.parse(at) >= moment) break;
    if (kind === 'checkedIn') isHere = true;
    else if (kind === 'checkedOut' || kind === 'leftConfirmed' || kind === 'closedAutomatically' || what === 'notIn')
      isHere = false;
    else if (what === 'notOut') isHere = true;
  }
  return isHere;
}
