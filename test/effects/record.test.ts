import { describe, expect, it } from 'vitest';
import type { KnownVisit } from '../../electron/core/scene.ts';
import type { Visit } from '../../electron/core/visit.ts';
import { record } from '../../electron/effects/record.ts';
import { exampleNow, exampleVisit } from '../core/example.ts';
import { realJournal } from './parts.ts';

const known = (visit: Visit): KnownVisit => ({ visit, basis: { from: 'server' } });

describe('record', () => {
  it('writes a check-in with its badge, queued', () => {
    const journal = realJournal();
    const recorded = record('checkIn', known(exampleVisit), { journal, at: exampleNow, slip: false });
    expect(recorded).toMatchObject({ ok: true, value: { at: exampleNow, printId: expect.any(String) } });
    const standing = journal.standing('FJUEIW');
    expect(standing).toMatchObject({ ok: true, value: { kind: 'in', at: exampleNow } });
    const visitId = standing.ok && standing.value.kind === 'in' ? standing.value.visitId : '';
    expect(journal.prints(visitId)).toMatchObject({ ok: true, value: [{ kind: 'badge', state: 'queued' }] });
  });

  it.each([
    [false, 1],
    [true, 2],
  ])('writes a check-out of the same visit; a slip is printed: %s', (slip, prints) => {
    const journal = realJournal();
    record('checkIn', known(exampleVisit), { journal, at: exampleNow, slip });
    const later = '2026-11-22T11:00:00.000+08:00';
    const left = record('checkOut', known(exampleVisit), { journal, at: later, slip });
    expect(left).toMatchObject({ ok: true, value: { at: later, checkedInAt: exampleNow } });
    const standing = journal.standing('FJUEIW');
    expect(standing).toMatchObject({ ok: true, value: { kind: 'out', at: later } });
    const visitId = standing.ok && standing.value.kind === 'out' ? standing.value.visitId : '';
    const printed = journal.prints(visitId);
    expect(printed.ok && printed.value).toHaveLength(prints);
  });

  it('writes the check-out of somebody who was checked in elsewhere', () => {
    const journal = realJournal();
    expect(record('checkOut', known({ ...exampleVisit, state: 'visiting' }), { journal, at: exampleNow, slip: false })).toEqual({
      ok: true,
      value: { at: exampleNow },
    });
    expect(journal.standing('FJUEIW')).toMatchObject({ ok: true, value: { kind: 'out' } });
  });

  it('does not mix the visits of two badges under one code', () => {
    const journal = realJournal();
    record('checkIn', known(exampleVisit), { journal, at: exampleNow, slip: false });
    const tomorrow = '2026-11-23T10:00:00.000+08:00';
    expect(record('checkIn', known({ ...exampleVisit, badgeId: '99' }), { journal, at: tomorrow, slip: false }).ok).toBe(true);
    expect(journal.standing('FJUEIW')).toMatchObject({ ok: true, value: { kind: 'in', at: tomorrow } });
  });

  it('says who of staff did it, and whose wish its badge is', () => {
    const journal = realJournal();
    const staff = { journal, at: exampleNow, slip: true, actor: 'staff', by: 'Ruth' } as const;
    record('checkIn', known(exampleVisit), staff);
    record('checkOut', known(exampleVisit), { ...staff, at: '2026-11-22T11:00:00.000+08:00' });
    const recorded = journal.recorded();
    const visitId = (recorded.ok && recorded.value[0]?.visitId) || '';
    const staffed = { actor: 'staff', by: 'Ruth' };
    expect(journal.history(visitId)).toMatchObject({
      ok: true,
      value: {
        events: [
          { kind: 'checkedIn', ...staffed },
          { kind: 'checkedOut', ...staffed },
        ],
        prints: { length: 2 },
      },
    });
  });

  it('DUR-2 is a failure, and no record, when the journal cannot write', () => {
    const journal = realJournal();
    journal.close();
    expect(record('checkIn', known(exampleVisit), { journal, at: exampleNow, slip: false })).toMatchObject({ ok: false });
  });
});
