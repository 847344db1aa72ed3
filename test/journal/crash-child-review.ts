import { randomUUID } from 'node:crypto';
import type { WholeJournal } from '../../electron/core/ports.ts';
import type { Visit } from '../../electron/core/visit.ts';
import { atTheDesk } from './crash-child-desk.ts';
import { must, say } from './crash-child-said.ts';

const receiver = 'webhook';
const longAgo = '2026-11-20T09:30:00+08:00';

/**
 * What the kiosk does of the journal beside its visitors, once, from wherever the last run was stopped: a forgotten visitor is closed and
 * confirmed, a difference is noted and decided, letters are handed on, an old visit is purged.
 */
export function lookAfter(journal: WholeJournal, at: string): void {
  must(journal.noteReplaced(at));
  say('replaced');

  const forgotten = visitIn(journal, 'FORGOT', at);
  must(journal.closeAutomatically({ visitIds: [forgotten], at }));
  say(`closed ${forgotten}`);
  must(journal.confirmLeft({ visitId: forgotten, at }));
  say(`left ${forgotten}`);

  const differing = visitIn(journal, 'DIFFER', at);
  must(journal.differ({ visitId: differing, kind: 'leftThere', there: { kind: 'badge', state: 'visited' }, at }));
  say(`differed ${differing}`);
  for (const { id } of must(journal.differences())) {
    must(journal.decide({ differenceId: id, decision: 'theirs', at }));
    say(`decided ${differing}`);
  }

  printAnew(journal, at);
  atTheDesk(journal, at);

  const old = visitIn(journal, 'OLDONE', longAgo);
  must(journal.checkOut({ visitId: old, visit: visitUnder('OLDONE'), at: longAgo, basis: { from: 'server' } }));
  handOn(journal, at);
  must(journal.purge({ before: '2026-11-21T00:00:00+08:00' }));
  say(`purged ${old}`);
}

/** A badge that may be out is printed again, the second one is handed over by a person, and the printer gets a new roll. */
function printAnew(journal: WholeJournal, at: string): void {
  const visitId = visitIn(journal, 'AGAINN', at, 'again-1');
  const ends = (printId: string, state: 'unknown' | 'failed') => {
    if (must(journal.prints(visitId)).find((print) => print.printId === printId)?.state !== 'queued') return;
    if (state === 'unknown') must(journal.print({ printId, state: 'sending', at, printer: 'front' }));
    must(journal.print({ printId, state, at, ...(state === 'unknown' && { kept: Buffer.alloc(9_000, 7) }) }));
  };
  ends('again-1', 'unknown');
  must(journal.printAgain({ printId: 'again-1', reprintId: 'again-2', at }));
  say(`again ${visitId} again-2`);
  ends('again-2', 'failed');
  must(journal.handedOver({ printId: 'again-2', at }));
  say(`handed-over ${visitId} again-2`);
  must(journal.rollChanged({ printer: 'front', at }));
  say('rolled');
}

/** The first letter fails, dies and is sent again, like those behind it. */
function handOn(journal: WholeJournal, at: string): void {
  const [first] = must(journal.waiting({ receiver, most: 1 }));
  if (first) {
    must(journal.begun({ receiver, eventId: first.eventId }));
    must(journal.tried({ receiver, eventId: first.eventId, outcome: 'later', at, failure: { code: 'handOver.timeout' } }));
    must(
      journal.tried({ receiver, eventId: first.eventId, outcome: 'dead', at, failure: { code: 'handOver.refused' }, status: 422 }),
    );
    must(journal.sendAgain({ receiver, eventId: first.eventId }));
  }
  // A run before this one may have been killed between the two.
  must(journal.sendAgain({ receiver }));
  for (let letters = must(journal.waiting({ receiver, most: 20 })); letters.length > 0; ) {
    for (const { eventId } of letters) {
      must(journal.tried({ receiver, eventId, outcome: 'sent', at, status: 204 }));
      say(`sent ${eventId}`);
    }
    letters = must(journal.waiting({ receiver, most: 20 }));
  }
}

const visitUnder = (code: string): Visit => ({
  badgeId: `badge-of-${code}`,
  code,
  visitor: { name: 'Ingrid Erfunden' },
  blocked: false,
  period: { from: longAgo, to: '2026-11-22T18:00:00+08:00' },
  state: 'initial',
  place: {},
});

/** The visit under a code, checked in if it is not there yet. */
function visitIn(journal: WholeJournal, code: string, at: string, printId?: string): string {
  const standing = must(journal.standing(code));
  if (standing.kind !== 'none') return standing.visitId;
  const visitId = randomUUID();
  must(
    journal.checkIn({
      visitId,
      visit: visitUnder(code),
      at,
      basis: { from: 'roster', ageMs: 60_000 },
      ...(printId && { printId }),
    }),
  );
  return visitId;
}
