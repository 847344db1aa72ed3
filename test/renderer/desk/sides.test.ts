import { describe, expect, it } from 'vitest';
import type { DifferenceShown } from '../../../electron/contract/desk.ts';
import { hereSays, thereSays } from '../../../renderer/desk/sides.ts';
import { speechIn } from '../../../renderer/desk/speech.ts';

const speech = speechIn('en', Date.parse('2026-11-23T12:00:00+08:00'));
const nine = '2026-11-23T09:00:00+08:00';
const ten = '2026-11-23T10:00:00+08:00';
const difference = (sides: Partial<DifferenceShown>): DifferenceShown => ({
  id: 'd',
  kind: 'leftThere',
  at: ten,
  name: 'Marguerite Dubois',
  here: { checkedInAt: nine },
  there: { kind: 'gone' },
  ...sides,
});
const there = (badge: Omit<Extract<DifferenceShown['there'], { kind: 'badge' }>, 'kind'>) =>
  thereSays(difference({ there: { kind: 'badge', ...badge } }), speech);

describe('what is recorded here', () => {
  it('says when the visitor came, and when they left or that they have not', () => {
    expect(hereSays(difference({}), speech)).toEqual(['Checked in 09:00', 'Not checked out']);
    expect(hereSays(difference({ here: { checkedInAt: nine, checkedOutAt: ten } }), speech)).toEqual([
      'Checked in 09:00',
      'Checked out 10:00',
    ]);
  });
});

describe('what the server says', () => {
  it('says that there is no badge any more', () => {
    expect(thereSays(difference({}), speech)).toEqual(['Has no such badge any more']);
  });

  it.each([
    [{ state: 'visited', checkedInAt: nine, checkedOutAt: ten }, ['Checked in 09:00', 'Checked out 10:00']],
    [{ state: 'visited', checkedInAt: nine }, ['Visit ended', 'Checked in 09:00']],
    [{ state: 'visited' }, ['Visit ended']],
    [{ state: 'visiting', checkedInAt: nine }, ['Checked in 09:00']],
    [{ state: 'visiting' }, ['Visiting']],
    [{ state: 'initial' }, ['Expected']],
    [{ state: 'noShow', checkedInAt: nine }, ['Did not come', 'Checked in 09:00']],
  ] as const)('says its state only where no time says it: %j', (badge, lines) => {
    expect(there(badge)).toEqual(lines);
  });
});
