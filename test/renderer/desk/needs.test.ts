import { describe, expect, it } from 'vitest';
import { deskScreenSchema } from '../../../electron/contract/desk.ts';
import { needsOf, noticesInOrder, reasonsOf, rowsOf } from '../../../renderer/desk/needs.ts';
import { deskScreens } from '../gallery/desk-screens.mjs';

const { 'desk-calm': calm, 'desk-wrong': wrong } = deskScreens;
if (!calm || !wrong) throw new Error('the gallery has no such desk');

describe('the desks of the gallery', () => {
  it.each(Object.entries(deskScreens))('%s is what the contract says', (_, screen) => {
    expect(deskScreenSchema.parse(screen)).toEqual(screen);
  });
});

describe('what waits for a person', () => {
  it('is nothing on a calm day, and not where the key lies', () => {
    expect(needsOf(calm)).toBe(0);
    expect(needsOf({ ...calm, notices: ['keyInFile'] })).toBe(0);
  });

  it('is all that there is, shown or not', () => {
    expect(needsOf(wrong)).toBe(3 + 3 + 2 + 4 + 3);
    expect(needsOf({ ...wrong, counts: { ...wrong.counts, differences: 1_240 } })).toBe(3 + 1_240 + 2 + 4 + 3);
  });

  it('has rows of their own, one event at two receivers too', () => {
    const rows = rowsOf(wrong);
    expect(rows).toHaveLength(4 + 3 + 2 + 1 + 4);
    expect(new Set(rows).size).toBe(rows.length);
    expect(rowsOf({ ...calm, dead: wrong.dead.slice(0, 1) })).toEqual(['letter-webhook-e1']);
  });
});

describe('grouping', () => {
  it('tells each reason once, in the order of the letters', () => {
    expect(reasonsOf(wrong.dead)).toEqual(['handOver.refused', 'bookings.forbidden']);
    expect(reasonsOf([])).toEqual([]);
  });

  it('puts what is only for knowing last, and keeps the order of the rest', () => {
    expect(noticesInOrder(['keyInFile', 'notKept', 'chainBroken'])).toEqual(['notKept', 'chainBroken', 'keyInFile']);
  });
});
