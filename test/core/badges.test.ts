import { describe, expect, it } from 'vitest';
import { badgeListsOf, printersShown } from '../../electron/core/badges.ts';
import type { Printed } from '../../electron/core/prints.ts';
import type { Recorded } from '../../electron/core/review.ts';
import { exampleRecorded } from './example.ts';

const at = '2026-11-22T10:00:00.000+08:00';
const now = '2026-11-22T23:59:00.000+08:00';
const inside: Recorded[] = [exampleRecorded({ visitId: 'v1', checkedInAt: at })];
const print = (more: Partial<Printed>): Printed => ({
  ...{ printId: 'p1', visitId: 'v1', visitor: 'Amélie Lambert', kind: 'badge', state: 'failed', at },
  ...{ isReprint: false, isReplaced: false, hasPicture: false },
  ...more,
});
const lists = (more: Partial<Printed>, recorded = inside, when = now) => badgeListsOf([print(more)], recorded, when);

describe('what needs a person', () => {
  it.each([
    ['failed', 1],
    ['unknown', 1],
    ['confirmed', 0],
    ['sent', 0],
    ['queued', 0],
    ['sending', 0],
  ] as const)('a badge that is %s: %i', (state, count) => {
    expect(lists({ state })).toMatchObject({ count, badges: { length: count } });
  });

  it.each<[string, Partial<Printed>, Recorded[]?, string?]>([
    ['a slip', { kind: 'slip' }],
    ['one that was replaced', { isReplaced: true }],
    ['one that was handed over', { handedOverAt: at }],
    ['one of yesterday', {}, inside, '2026-11-23T00:00:10.000+08:00'],
    ['one whose visitor has left', {}, [{ ...inside[0], checkedOutAt: at } as Recorded]],
    ['one whose visit was closed', {}, [{ ...inside[0], closedAt: at } as Recorded]],
    ['one whose visitor nobody knows', {}, []],
  ])('not %s', (_, more, recorded, when) => {
    expect(lists(more, recorded, when)).toMatchObject({ count: 0, badges: [], prints: { length: 1 } });
  });

  it('one that is printed again keeps its place, and is not counted meanwhile', () => {
    for (const state of ['queued', 'sending'] as const) {
      const { count, badges } = lists({ state, isReprint: true });
      expect([count, badges.map(({ mayRepeat }) => mayRepeat)]).toEqual([0, [false]]);
    }
  });
});

it('another is offered of the last badge of whoever is in, whatever became of it', () => {
  const offered = (more: Partial<Printed>, recorded = inside) => lists(more, recorded).prints[0]?.mayRepeat;
  for (const state of ['confirmed', 'sent', 'unknown', 'failed'] as const) expect(offered({ state })).toBe(true);
  expect(offered({ state: 'sending' })).toBe(false);
  expect(offered({ kind: 'slip' })).toBe(false);
  expect(offered({ isReplaced: true })).toBe(false);
  expect(offered({}, [])).toBe(false);
});

it('the last prints come newest first, thirty at most', () => {
  const many = Array.from({ length: 40 }, (_, index) => print({ printId: `p${index}`, state: 'confirmed' }));
  const { prints } = badgeListsOf(many, inside, now);
  expect([prints.length, prints[0]?.id, prints.at(-1)?.id]).toEqual([30, 'p39', 'p10']);
});

it('each printer has the labels of its own roll', () => {
  const reports = [
    { name: 'front', warnings: ['paperLow'] as const, media: `62\u202E\nmm ${'x'.repeat(99)}` },
    { name: 'spare', warnings: [], failure: 'printer.paperOut' as const },
  ];
  expect(printersShown(reports, [{ printer: 'front', labels: 41, since: at }])).toEqual([
    { name: 'front', warnings: ['paperLow'], media: expect.stringMatching(/^62 mm x+/), labels: 41, since: at },
    { name: 'spare', warnings: [], failure: 'printer.paperOut', labels: 0 },
  ]);
  expect(printersShown(reports, [])[0]?.media).toHaveLength(60);
});
