import { describe, expect, it } from 'vitest';
import { localIso } from '../../electron/bookings/schemas/moment.ts';
import { badgesAgain } from '../../electron/demo/again.ts';
import { dayAround } from '../../electron/demo/day.ts';
import { exampleVisit } from '../core/example.ts';
import { realJournal } from '../effects/parts.ts';

const started = new Date(2026, 10, 22, 10, 15);
const at = localIso(started);
const period = { from: localIso(new Date(2026, 10, 22, 9)), to: localIso(new Date(2026, 10, 22, 18)) };
const main = (idOf?: ReturnType<typeof badgesAgain>, now = started) => dayAround(now, idOf)[0]?.id;

describe('badgesAgain', () => {
  it('leaves a first day as it is', () => {
    expect(main(badgesAgain(realJournal(), started))).toBe(main());
  });

  it('keeps the badge of who is in, through any number of starts', () => {
    const journal = realJournal();
    journal.checkIn({ basis: { from: 'server' }, visitId: 'v', visit: { ...exampleVisit, badgeId: '77', period }, at });
    expect(main(badgesAgain(journal, started))).toBe(77);
    expect(main(badgesAgain(journal, new Date(2026, 10, 22, 11)))).toBe(77);
  });

  it('expects anew, with another badge, who had left before the start; not who leaves after it', () => {
    const journal = realJournal();
    const visit = { ...exampleVisit, badgeId: String(main()), period };
    const before = badgesAgain(journal, started);
    expect(main(before)).toBe(main());
    journal.checkIn({ basis: { from: 'server' }, visitId: 'v', visit, at });
    journal.checkOut({ basis: { from: 'server' }, visitId: 'v', visit, at });
    expect(main(before)).toBe(main());
    expect(main(badgesAgain(journal, started))).not.toBe(main());
  });

  it('gives each who had left a badge of their own', () => {
    const journal = realJournal();
    const [first, second] = dayAround(started).map(({ visitor }) => visitor.code);
    for (const [badgeId, code] of [
      ['1', first],
      ['2', second],
    ] as const) {
      const visit = { ...exampleVisit, badgeId, code: code ?? '', period };
      journal.checkOut({ basis: { from: 'server' }, visitId: badgeId, visit, at });
    }
    const idOf = badgesAgain(journal, started);
    expect(idOf(first ?? '', started)).not.toBe(idOf(second ?? '', started));
  });

  it('is for the day of the start alone', () => {
    const journal = realJournal();
    journal.checkIn({ basis: { from: 'server' }, visitId: 'v', visit: { ...exampleVisit, badgeId: '77', period }, at });
    const tomorrow = new Date(2026, 10, 23, 10, 15);
    expect(main(badgesAgain(journal, started), tomorrow)).toBe(main(undefined, tomorrow));
    expect(main(badgesAgain(journal, tomorrow), tomorrow)).toBe(main(undefined, tomorrow));
  });
});
