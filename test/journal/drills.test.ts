import { expect, it } from 'vitest';
import type { DrillReport } from '../../electron/core/drill.ts';
import type { WholeJournal } from '../../electron/core/ports.ts';
import { at, basis, codeOf, connectTo, journalIn, temporaryFolder, theValue, visitOf } from './visit-of.ts';

const begun = '2026-11-22T10:00:00+08:00';
const found = '2026-11-22T10:04:00+08:00';
const ended = '2026-11-22T10:20:00+08:00';
const by = 'Ruth';
const musterId = 'm1';

const comeIn = (journal: WholeJournal, visitId: string, when = at) =>
  theValue(journal.checkIn({ basis, visitId, visit: visitOf(visitId), at: when }));
const leave = (journal: WholeJournal, visitId: string, when: string) =>
  theValue(journal.checkOut({ basis, visitId, visit: visitOf(visitId), at: when }));
const reportOf = (journal: WholeJournal, id = musterId): DrillReport | undefined => theValue(journal.musterReport(id));
const tick = (journal: WholeJournal, visitId: string, isFound = true, id = musterId) =>
  journal.tick({ musterId: id, visitId, isFound, by, at: found });

it('a muster lists whoever was in at some moment of it, and says who was found, has left, or is missing', () => {
  const journal = journalIn(temporaryFolder());
  for (const visitId of ['BEFORE', 'STAYED', 'LEAVES', 'CLOSED', 'MISTAK', 'BACKIN']) comeIn(journal, visitId);
  leave(journal, 'BEFORE', '2026-11-22T09:50:00+08:00');
  leave(journal, 'BACKIN', '2026-11-22T09:50:00+08:00');
  theValue(journal.closeAutomatically({ visitIds: ['CLOSED'], at: begun }));
  expect(theValue(journal.muster())).toBeUndefined();
  theValue(journal.beginMuster({ musterId, by, at: begun }));
  comeIn(journal, 'COMESI', begun);
  comeIn(journal, 'ANDOUT', begun);
  leave(journal, 'ANDOUT', found);
  leave(journal, 'LEAVES', found);
  for (const visitId of ['STAYED', 'CLOSED']) theValue(tick(journal, visitId));
  theValue(tick(journal, 'CLOSED', false));
  theValue(journal.correct({ visitId: 'MISTAK', correction: { what: 'notIn' }, reason: 'A test', at: found }));
  theValue(journal.correct({ visitId: 'BACKIN', correction: { what: 'notOut' }, reason: 'In the lab', at: found }));
  const counts = { found: 1, missing: 3 };
  expect(reportOf(journal)).toMatchObject({ begunAt: begun, by, counts });
  expect(reportOf(journal)).not.toHaveProperty('endedAt');
  theValue(journal.endMuster({ musterId, by, at: ended }));
  // What happens afterwards changes nothing of it.
  comeIn(journal, 'TOOLAT', ended);
  leave(journal, 'CLOSED', ended);
  const report = reportOf(journal);
  expect(report).toMatchObject({ endedAt: ended, counts });
  const { visitor, company, host } = { visitor: 'Žofie Ångström-Castañeda', company: 'Canary & Söhne', host: 'Ottilie Beispiel' };
  expect(report?.listed).toEqual(
    [
      { visitId: 'STAYED', foundAt: found },
      { visitId: 'LEAVES', leftAt: found },
      { visitId: 'CLOSED' },
      { visitId: 'BACKIN' },
      { visitId: 'COMESI' },
      { visitId: 'ANDOUT', leftAt: found },
    ].map((each) => ({ ...each, visitor, company, host })),
  );
});

it('one at a time, over a restart; said again, nothing is written', () => {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  comeIn(journal, 'STAYED');
  theValue(journal.beginMuster({ musterId, at: begun }));
  theValue(tick(journal, 'STAYED'));
  theValue(tick(journal, 'STAYED'));
  journal.close();
  const after = journalIn(folder);
  const open = { musterId, begunAt: begun, ticks: new Map([['STAYED', { isFound: true, at: found }]]) };
  expect(theValue(after.muster())).toEqual(open);
  expect(theValue(after.beginMuster({ musterId: 'm2', by, at: found }))).toEqual(open);
  theValue(after.endMuster({ musterId, by, at: ended }));
  theValue(after.endMuster({ musterId, by, at: ended }));
  expect(theValue(after.muster())).toBeUndefined();
  expect(theValue(after.verify())).toEqual({ events: 4 });
  expect(codeOf(after.beginMuster({ musterId, at: ended }))).toBe('bug');
  expect(theValue(after.beginMuster({ musterId: 'm2', by, at: ended }))).toEqual({
    musterId: 'm2',
    begunAt: ended,
    by,
    ticks: new Map(),
  });
  expect(theValue(after.muster())?.ticks.size).toBe(0);
});

it('nobody is ticked at a muster that is not open, nor who is unknown or never was in', () => {
  const journal = journalIn(temporaryFolder());
  comeIn(journal, 'STAYED');
  comeIn(journal, 'MISTAK');
  expect(codeOf(tick(journal, 'STAYED'))).toBe('bug');
  theValue(journal.beginMuster({ musterId, at: begun }));
  theValue(journal.correct({ visitId: 'MISTAK', correction: { what: 'notIn' }, reason: 'A test', at: found }));
  expect(codeOf(tick(journal, 'nobody'))).toBe('bug');
  expect(codeOf(tick(journal, 'MISTAK'))).toBe('bug');
  expect(codeOf(tick(journal, 'STAYED', true, 'm2'))).toBe('bug');
  expect(codeOf(journal.endMuster({ musterId: 'm2', at: ended }))).toBe('bug');
  expect(reportOf(journal, 'm2')).toBeUndefined();
  theValue(journal.endMuster({ musterId, at: ended }));
  expect(codeOf(tick(journal, 'STAYED'))).toBe('bug');
});

it('the names go with their visits; how many were found and missing stays', () => {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  for (const visitId of ['STAYED', 'LEAVES']) comeIn(journal, visitId);
  theValue(journal.beginMuster({ musterId, by, at: begun }));
  theValue(tick(journal, 'LEAVES'));
  theValue(journal.endMuster({ musterId, by, at: ended }));
  leave(journal, 'LEAVES', ended);
  expect(theValue(journal.purge({ before: '2026-11-23T00:00:00Z' }))).toBe(1);
  expect(reportOf(journal)).toMatchObject({ listed: [{ visitId: 'STAYED' }], counts: { found: 1, missing: 1 } });
  expect(connectTo(folder).prepare("SELECT detail FROM events WHERE kind = 'musterTicked'").raw().all()).toEqual([[null]]);
  expect(theValue(journal.verify()).brokenAt).toBeUndefined();
});
