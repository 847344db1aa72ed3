import { type Arrival, isNews } from '../core/arrival.ts';
import type { Handed, HandOver, Letter, Outbox } from '../core/outbox.ts';
import type { Settings } from '../settings/settings.ts';
import type { Delivery } from './smtp.ts';

/** How long one try may take in all (milliseconds). */
const tryMs = 60_000;
const receiver = 'hosts';

/**
 * Tells the host of a visitor who has checked in, by e-mail, and at most once: SMTP has no key that makes two tries one, so that a try began
 * is in the journal before its text leaves, and one whose end nobody knows is not repeated. A host who hears nothing still meets the visitor
 * at reception; one who hears twice goes down again to somebody who has gone. Whether the visitor is still here is asked before there is a
 * connection, and again between the server's "go ahead" and the text. `wall`: ISO 8601 with offset.
 */
export function createMail(options: {
  readonly mail: NonNullable<Settings['mail']>;
  readonly ca?: string | undefined;
  readonly outbox: Pick<Outbox, 'begun' | 'hereSince'>;
  readonly wall: () => string;
  readonly withinMs?: number;
}): HandOver {
  const { mail, ca, outbox, wall, withinMs = tryMs } = options;
  const { from, language } = mail;
  const under = new Set<Delivery>();

  /** Since when the visitor is here; or why nobody is told now. */
  function look(visitId: string, arrival: Arrival): string | Handed {
    const here = outbox.hereSince(visitId);
    if (!here.ok) return { outcome: 'later', failure: here.failure };
    const since = here.value;
    return since !== undefined && isNews(arrival, since, wall())
      ? since
      : { outcome: 'expired', failure: { code: 'mail.expired' } };
  }

  async function tell(letter: Letter, visitId: string): Promise<Handed> {
    // Written by journal/body.ts, and whole because it is encrypted with the database: not parsed by a schema again.
    const arrival = JSON.parse(letter.body) as Arrival;
    const since = look(visitId, arrival);
    if (typeof since !== 'string') return since;
    // With the first letter: the library takes some 40 ms to load, for which a start has no time.
    const [{ messageOf }, { deliver }] = await Promise.all([import('./message.ts'), import('./smtp.ts')]);
    const bytes = await messageOf(arrival, { letter, since, from, language });
    const last = (): Handed | undefined => {
      const still = look(visitId, arrival);
      if (typeof still !== 'string') return still;
      const noted = outbox.begun({ receiver, eventId: letter.eventId });
      return noted.ok ? undefined : { outcome: 'later', failure: noted.failure };
    };
    const delivery = deliver({ ...mail, ca }, { from, to: arrival.to, bytes }, { last, withinMs });
    under.add(delivery);
    return delivery.ended.finally(() => under.delete(delivery));
  }

  return {
    receiver,
    async hand(letter) {
      if (letter.isBegun) return { outcome: 'unsure', failure: { code: 'mail.unsure' } };
      // It is in no outbox of this receiver: a bug, of which a person has to know.
      if (letter.visitId === undefined) return { outcome: 'dead', failure: { code: 'mail.refused', operation: letter.kind } };
      return tell(letter, letter.visitId);
    },
    async close() {
      for (const delivery of under) delivery.stop();
    },
  };
}
