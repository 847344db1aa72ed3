import type { Actor, Basis, EventKind } from '../core/event.ts';
import { textIn } from '../core/localized.ts';
import type { Receiver } from '../core/outbox.ts';
import type { Localized, Visit } from '../core/visit.ts';

/** An event as it is appended. `previous`, `digest` and `hash`: its place in the chain. */
export interface Appended {
  readonly id: string;
  readonly kiosk: string;
  readonly sequence: number;
  readonly kind: EventKind;
  readonly at: string;
  readonly actor: Actor;
  readonly basis: Basis | undefined;
  readonly detail: object | undefined;
  readonly previous: string;
  readonly digest: string;
  readonly hash: string;
}

/** The bytes of a letter for a receiver. `visit` absent: the event belongs to none, or its names are gone. */
export const letterBodyOf = (receiver: Receiver, event: Appended, visitId?: string, visit?: Visit): string =>
  receiver === 'hosts'
    ? arrivalOf(event.kiosk, visit)
    : bodyOf(event, visitId !== undefined && visit !== undefined ? { visitId, visit } : undefined);

/** What a host is told with. Places are in every language that they have, because the mail has one of its own. */
function arrivalOf(kiosk: string, visit: Visit | undefined): string {
  if (visit?.hostMail === undefined) throw new Error('nobody to tell');
  const { visitor, host, hostMail: to, period, place } = visit;
  const { building, floor, room } = place;
  // JSON leaves out what is undefined.
  const { name, company } = visitor;
  return JSON.stringify({ kiosk, to, host, visitor: name, company, period, place: { building, floor, room } });
}

/**
 * What a receiver of events is given, as JSON, version 1: the event, and of its visit who, at whose, when and where (places in English). The
 * registration code is left out: it opens the kiosk.
 */
function bodyOf(event: Appended, about: { visitId: string; visit: Visit } | undefined): string {
  const { id, kiosk, sequence, kind, at, actor, basis = null, detail = null, previous, digest, hash } = event;
  const visit = about ? visitHandedOn(about.visitId, about.visit) : null;
  return JSON.stringify({ version: 1, id, kiosk, sequence, kind, at, actor, basis, visit, detail, previous, digest, hash });
}

/** JSON leaves out what is undefined. */
function visitHandedOn(id: string, { badgeId, visitor, host, period, place, walkIn }: Visit) {
  const english = (text: Localized | undefined) => textIn(text, 'en');
  const { buildingId, building, floor, room } = place;
  return {
    id,
    badgeId,
    name: visitor.name,
    company: visitor.company,
    host,
    ...(walkIn && { walkIn: true, purpose: walkIn.purpose }),
    period: { from: period.from, to: period.to },
    place: { buildingId, building: english(building), floor: english(floor), room: english(room) },
  };
}
