import { describe, expect, it } from 'vitest';
import { type Correction, correctionsOf, judgeCorrection } from '../../electron/core/correction.ts';
import { type Happened, stayOf, timesOf } from '../../electron/core/stay.ts';

const nine = '2026-11-22T09:00:00+08:00';
const ten = '2026-11-22T10:00:00+08:00';
const eleven = '2026-11-22T11:00:00+08:00';
const noon = '2026-11-22T12:00:00+08:00';

const event = (kind: Happened['kind'], at: string, detail?: object): Happened => ({
  ...{ kind, at, actor: 'visitor' },
  ...(detail && { detail }),
});
const came = event('checkedIn', ten);
const left = event('checkedOut', eleven);
const closed = event('closedAutomatically', eleven);
const confirmed = event('leftConfirmed', noon);
const says = (what: Correction['what'], time?: string) => event('corrected', noon, { what, reason: 'so', ...(time && { time }) });

describe('where a visit stands', () => {
  it.each<[string, Happened[], object]>([
    ['in', [came], { state: 'in', cameAt: ten }],
    ['out', [came, left], { state: 'out', cameAt: ten, leftAt: eleven, endedAt: eleven }],
    ['closed: still in', [came, closed], { state: 'in', closedAt: eleven }],
    ['closed and confirmed', [came, closed, confirmed], { state: 'out', leftAt: noon }],
    ['closed, then out by its badge', [came, closed, event('checkedOut', noon)], { state: 'out', leftAt: noon }],
    ['never in', [came, says('notIn')], { state: 'void', endedAt: noon }],
    ['back', [came, left, says('notOut')], { state: 'in', cameAt: ten, isBack: true }],
    ['back, and out again', [came, left, says('notOut'), event('checkedOut', noon)], { state: 'out', leftAt: noon, isBack: false }],
    ['back, never in', [came, left, says('notOut'), says('notIn')], { state: 'void' }],
    ['closed, confirmed, and that was wrong: closed', [came, closed, confirmed, says('notOut')], { state: 'in', closedAt: eleven }],
    ['came earlier', [came, says('cameAt', nine)], { state: 'in', recordedAt: ten, cameAt: nine }],
    ['left later', [came, left, says('leftAt', noon)], { state: 'out', leftAt: noon, endedAt: eleven }],
    ['a time of leaving goes with the check-out', [came, left, says('leftAt', noon), says('notOut')], { state: 'in' }],
    [
      'the server’s time',
      [came, event('corrected', noon, { checkedInAt: '2026-11-22T01:00:00Z' })],
      { cameAt: '2026-11-22T09:00:00.000+08:00' },
    ],
    ['what a purge has left of a correction says nothing', [came, event('corrected', noon)], { state: 'in', cameAt: ten }],
  ])('%s', (_, happened, stay) => {
    expect(stayOf(happened)).toMatchObject(stay);
  });

  it('nothing that is taken back is left over', () => {
    const back = stayOf([came, left, says('leftAt', noon), says('notOut')]);
    expect(back).not.toHaveProperty('leftAt');
    expect(back).not.toHaveProperty('endedAt');
  });

  it('of no event nothing is known; of one who only left here, the server’s check-in, or at least the check-out', () => {
    expect(stayOf([])).toBeUndefined();
    const alone = stayOf([left]);
    expect(alone && timesOf(alone)).toEqual({ checkedInAt: eleven, checkedOutAt: eleven });
    const there = stayOf([left], nine);
    expect(there && timesOf(there)).toEqual({ checkedInAt: nine, checkedOutAt: eleven });
    const here = stayOf([came, left], nine);
    expect(here && timesOf(here)).toEqual({ checkedInAt: ten, checkedOutAt: eleven });
    const corrected = stayOf([left, says('leftAt', ten)]);
    expect(corrected && timesOf(corrected)).toEqual({ checkedInAt: ten, checkedOutAt: ten });
  });

  it('says who checked the visitor in', () => {
    expect(stayOf([{ ...came, actor: 'staff' }, left])?.checkedInBy).toBe('staff');
    expect(stayOf([came, { ...left, actor: 'staff' }])?.checkedInBy).toBe('visitor');
  });

  it('a list says that a visit was closed only while nobody knows more', () => {
    const stay = stayOf([came, closed, confirmed]);
    expect(stay && timesOf(stay)).toEqual({ checkedInAt: ten, checkedOutAt: noon });
  });
});

describe('corrections', () => {
  it.each<[string, Happened[], readonly Correction['what'][]]>([
    ['in', [came], ['notIn', 'cameAt']],
    ['closed', [came, closed], ['notIn', 'cameAt']],
    ['out', [came, left], ['notOut', 'cameAt', 'leftAt']],
    ['void', [came, says('notIn')], []],
  ])('that one who is %s allows', (_, happened, allowed) => {
    const stay = stayOf(happened);
    expect(stay && correctionsOf(stay)).toEqual(allowed);
  });

  it.each<[string, Happened[], Correction, string]>([
    ['in by mistake', [came], { what: 'notIn' }, 'sensible'],
    ['in by mistake, closed', [came, closed], { what: 'notIn' }, 'sensible'],
    ['in by mistake, said twice', [came, says('notIn')], { what: 'notIn' }, 'done'],
    ['in by mistake, but has left', [came, left], { what: 'notIn' }, 'senseless'],
    ['out by mistake', [came, left], { what: 'notOut' }, 'sensible'],
    ['out by mistake, said twice', [came, left, says('notOut')], { what: 'notOut' }, 'done'],
    ['out by mistake, and never was out', [came], { what: 'notOut' }, 'senseless'],
    ['out by mistake, of a void visit', [came, says('notIn')], { what: 'notOut' }, 'senseless'],
    ['came earlier', [came], { what: 'cameAt', time: nine }, 'sensible'],
    ['came earlier, on another clock', [came], { what: 'cameAt', time: '2026-11-22T01:00:00Z' }, 'sensible'],
    ['came then, as is known', [came], { what: 'cameAt', time: ten }, 'done'],
    ['came when already gone', [came, left], { what: 'cameAt', time: '2026-11-22T11:00:01+08:00' }, 'senseless'],
    ['came just as they left', [came, left], { what: 'cameAt', time: eleven }, 'sensible'],
    ['came tomorrow', [came], { what: 'cameAt', time: '2026-11-23T09:00:00+08:00' }, 'senseless'],
    ['came at no time', [came], { what: 'cameAt', time: 'soon' }, 'senseless'],
    ['came at a time without a place', [came], { what: 'cameAt', time: '2026-11-22T09:00:00' }, 'senseless'],
    ['came, of a void visit', [came, says('notIn')], { what: 'cameAt', time: ten }, 'senseless'],
    ['left later', [came, left], { what: 'leftAt', time: noon }, 'sensible'],
    ['left before coming', [came, left], { what: 'leftAt', time: nine }, 'senseless'],
    ['left, and is in', [came], { what: 'leftAt', time: noon }, 'senseless'],
    ['left tomorrow', [came, left], { what: 'leftAt', time: '2026-11-23T09:00:00+08:00' }, 'senseless'],
    ['left earlier, who never was seen to come', [left], { what: 'leftAt', time: nine }, 'sensible'],
  ])('%s: %#', (_, happened, correction, verdict) => {
    const stay = stayOf(happened);
    expect(stay && judgeCorrection(stay, correction, noon)).toBe(verdict);
  });
});
