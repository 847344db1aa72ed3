import type { WholeJournal } from '../../electron/core/ports.ts';
import type { Visit } from '../../electron/core/visit.ts';
import { must, say } from './crash-child-said.ts';

const musterId = 'muster-1';
const by = 'Ruth';

/**
 * What staff do at the desk, once, from wherever the last run was stopped: a visitor is checked in for whom a note is written and whose time is
 * corrected; a muster is taken; another check-in was a mistake.
 */
export function atTheDesk(journal: WholeJournal, at: string): void {
  const [visitId, mistaken] = ['desk-1', 'desk-2'];
  for (const each of [visitId, mistaken]) comeIn(journal, each, at);

  if (!happened(journal, visitId).includes('noted')) must(journal.note({ visitId, text: 'Waits in the café', by, at }));
  say(`noted ${visitId}`);
  const time = '2026-11-22T09:20:00+08:00';
  must(journal.correct({ visitId, correction: { what: 'cameAt', time }, reason: 'The queue was long', by, at }));
  say(`corrected ${visitId}`);

  if (!must(journal.musterReport(musterId))) must(journal.beginMuster({ musterId, by, at }));
  if (must(journal.muster())) must(journal.tick({ musterId, visitId, isFound: true, by, at }));
  must(journal.endMuster({ musterId, by, at }));
  say(`mustered ${visitId}`);

  must(journal.correct({ visitId: mistaken, correction: { what: 'notIn' }, reason: 'Another of the same name', by, at }));
  say(`voided ${mistaken}`);
}

const happened = (journal: WholeJournal, visitId: string): string[] =>
  must(journal.history(visitId))?.events.map(({ kind }) => kind) ?? [];

function comeIn(journal: WholeJournal, visitId: string, at: string): void {
  if (must(journal.history(visitId))) return;
  const visit: Visit = {
    badgeId: `badge-of-${visitId}`,
    code: visitId.toUpperCase().replace('-', ''),
    visitor: { name: 'Ingrid Erfunden' },
    blocked: false,
    period: { from: at, to: '2026-11-22T18:00:00+08:00' },
    state: 'initial',
    place: {},
  };
  must(journal.checkIn({ visitId, visit, at, basis: { from: 'journal' }, actor: 'staff', by }));
}
