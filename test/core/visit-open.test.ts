import { describe, expect, it } from 'vitest';
import { todayPageSchema } from '../../electron/contract/desk-today.ts';
import { dayListOf } from '../../electron/core/day-list.ts';
import type { Printed } from '../../electron/core/prints.ts';
import type { Visit } from '../../electron/core/visit.ts';
import { arrivingOf, groupOf, mayCheckIn, type VisitCircumstances, visitOpenOf } from '../../electron/core/visit-open.ts';
import { exampleRecorded, exampleVisit } from './example.ts';

const now = '2026-11-22T12:00:00.000+08:00';
const visitOf = (badgeId: string, change: Partial<Visit> = {}): Visit => ({
  ...exampleVisit,
  badgeId,
  code: `CODE${badgeId}`,
  ...change,
});
const inHere = (badgeId: string) => exampleRecorded({ visitId: `v${badgeId}`, badgeId, code: `CODE${badgeId}` });
const gone = (badgeId: string) => ({ ...inHere(badgeId), checkedOutAt: '2026-11-22T11:00:00.000+08:00' });
const badge: Printed = {
  ...{ printId: 'p1', visitId: 'v1', visitor: 'Amélie Lambert', kind: 'badge', state: 'confirmed', at: now },
  ...{ isReprint: false, isReplaced: false, hasPicture: true },
};

function openOf(
  visits: readonly Visit[],
  recorded: Parameters<typeof dayListOf>[1] = [],
  more: Partial<VisitCircumstances> = {},
  language: 'en' | 'zh-Hant' = 'en',
) {
  const list = dayListOf(visits, recorded, now);
  const person = list.find(({ row }) => row.badge === '1');
  if (!person) throw new Error('nobody has badge 1');
  const open = visitOpenOf(person, list, { visit: visits[0] ?? exampleVisit, history: [], corrections: [], ...more }, language);
  expect(todayPageSchema.shape.open.safeParse(open).error).toBeUndefined();
  return open;
}

describe('one visit', () => {
  it('has what is known, in the language of the screen', () => {
    expect(openOf([visitOf('1')])).toMatchObject({
      ...{ code: 'CODE1', building: 'Harbour Tower', floor: '12/F', room: 'Peak Room' },
      ...{ mayCheckIn: true, mayCheckOut: false, history: [], corrections: [] },
    });
    expect(openOf([visitOf('1')], [], {}, 'zh-Hant')).toMatchObject({ building: '海港大樓' });
    const bare = openOf([visitOf('1', { place: {} })]);
    for (const key of ['building', 'floor', 'room', 'purpose', 'badge', 'group']) expect(bare).not.toHaveProperty(key);
  });

  it('says what somebody without an appointment came for', () => {
    expect(openOf([visitOf('1', { walkIn: { purpose: 'Interview' } })])).toMatchObject({ purpose: 'Interview' });
  });

  it('of a server in UTC ends on this clock, as it begins', () => {
    const { row, to } = openOf([visitOf('1', { period: { from: '2026-11-22T01:00:00Z', to: '2026-11-22T10:00:00Z' } })]);
    expect([row.from, to]).toEqual(['2026-11-22T09:00:00.000+08:00', '2026-11-22T18:00:00.000+08:00']);
  });

  it.each([
    ['is in', [inHere('1')], 'confirmed', true],
    ['is in, and it is being printed', [inHere('1')], 'sending', false],
    ['has left', [gone('1')], 'confirmed', false],
    ['is in, and it failed', [inHere('1')], 'failed', true],
  ] as const)('another badge for one who %s', (_, recorded, state, mayRepeat) => {
    const open = openOf([visitOf('1')], recorded, { print: { ...badge, state }, picture: 'data:image/png;base64,AA==' });
    expect(open.badge).toEqual({ print: 'p1', state, picture: 'data:image/png;base64,AA==', mayRepeat });
  });

  it.each([
    ['expected', {}, [], true, false],
    ['in', {}, [inHere('1')], false, true],
    ['gone, who may come back', {}, [gone('1')], true, false],
    ['in by the server alone', { state: 'visiting' }, [], false, true],
    ['blocked', { blocked: true }, [], false, false],
    ['blocked and in, who may leave', { blocked: true }, [inHere('1')], false, true],
    ['blocked and gone', { blocked: true }, [gone('1')], false, false],
  ] as const)('somebody who is %s', (_, visit, recorded, mayIn, mayOut) => {
    const open = openOf([visitOf('1', visit)], recorded);
    expect([open.mayCheckIn, open.mayCheckOut, mayCheckIn(open.row)]).toEqual([mayIn, mayOut, mayIn]);
  });
});

describe('a group', () => {
  const group = ['1', '2', '3', '4', '5'].map((id) =>
    visitOf(id, { appointmentId: '9', visitor: { name: `Guest ${id}` }, ...(id === '5' && { blocked: true }) }),
  );
  const other = visitOf('6', { appointmentId: '8' });
  const recorded = [inHere('2'), gone('3')];

  it('is of one appointment; who is in, has left or is blocked is not checked in with the others', () => {
    const open = openOf([...group, other], recorded);
    expect(open.group?.others.map(({ badge: id, state }) => [id, state])).toEqual([
      ['2', 'inside'],
      ['3', 'left'],
      ['4', 'expected'],
      ['5', 'expected'],
    ]);
    expect(open.group?.mayCheckIn).toBe(2);
    const list = dayListOf([...group, other], recorded, now);
    const first = list.find(({ row }) => row.badge === '1');
    expect(first && arrivingOf(groupOf(first, list)).map(({ row }) => row.badge)).toEqual(['1', '4']);
  });

  it('is none for one who comes alone, and none where no appointment is known', () => {
    expect(openOf([visitOf('1', { appointmentId: '7' }), other])).not.toHaveProperty('group');
    expect(openOf([visitOf('1'), visitOf('2')])).not.toHaveProperty('group');
  });
});
