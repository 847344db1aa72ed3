import { afterEach, describe, expect, it } from 'vitest';
import { normaliseCode } from '../../electron/contract/code.ts';
import { demoBuilding, demoCodes } from '../../electron/demo/codes.ts';
import { type DemoVisit, dayAround } from '../../electron/demo/day.ts';
import { buildingOfFloor, buildings, rooms } from '../../electron/demo/places.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const byCode = (day: readonly DemoVisit[], code: string): DemoVisit => {
  const visit = day.find(({ visitor }) => visitor.code === code);
  if (!visit) throw new Error(`nobody has ${code}`);
  return visit;
};
const dateOf = (date: Date) => date.toDateString();

describe('the codes to try', () => {
  const codes = demoCodes.map(({ code }) => code);

  it('begin with FJUEIW and are codes, each once', () => {
    expect(codes[0]).toBe('FJUEIW');
    expect(codes.map(normaliseCode)).toEqual(codes);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('are easy to read aloud, except the vendor’s own', () => {
    expect(codes.slice(1).filter((code) => /[O0I1]/.test(code))).toEqual([]);
  });

  it('say what they show in a few words', () => {
    expect(demoCodes.every(({ shows }) => shows.length > 0 && shows.length <= 40)).toBe(true);
  });
});

describe('the day', () => {
  const day = dayAround(new Date());

  it('has some forty visits, each with its own id and code', () => {
    expect(day.length).toBeGreaterThanOrEqual(40);
    expect(new Set(day.map(({ id }) => id)).size).toBe(day.length);
    expect(new Set(day.map(({ visitor }) => visitor.code)).size).toBe(day.length);
    expect(day.every(({ visitor }) => normaliseCode(visitor.code) === visitor.code)).toBe(true);
  });

  it.each(['Latin', 'Han', 'Katakana', 'Hiragana', 'Hangul', 'Arabic', 'Hebrew', 'Thai', 'Devanagari', 'Cyrillic', 'Greek'])(
    'has %s names',
    (script) => {
      const letters = new RegExp(`\\p{Script=${script}}`, 'u');
      expect(day.some(({ visitor }) => letters.test(visitor.name + (visitor.company ?? '')))).toBe(true);
    },
  );

  it('has an emoji, 500 characters, control and bidi characters', () => {
    const names = day.map(({ visitor }) => visitor.name);
    expect(names.some((name) => /\p{Extended_Pictographic}/u.test(name))).toBe(true);
    expect(names.some((name) => name.length === 500)).toBe(true);
    expect(names.some((name) => /\p{Cc}/u.test(name) && name.includes('\u202E'))).toBe(true);
  });

  it('has every state, two buildings, and rooms that are on a floor', () => {
    expect(new Set(day.map(({ state }) => state))).toEqual(new Set(['initial', 'visiting', 'visited', 'noShow']));
    expect(new Set(day.map(({ buildingId }) => buildingId))).toEqual(new Set(buildings.map(({ id }) => id)));
    expect(rooms.every(({ floorId }) => buildingOfFloor(floorId) !== undefined)).toBe(true);
    expect(buildings.map(({ id }) => String(id))).toContain(demoBuilding);
  });

  it('has nobody who left before coming, or who came or left in the future', () => {
    const now = new Date();
    for (const { state, checkIn, checkOut, period } of dayAround(now)) {
      expect(period.from <= period.to).toBe(true);
      if (checkIn) expect(checkIn <= now).toBe(true);
      if (checkOut) expect(checkIn && checkIn <= checkOut && checkOut <= now).toBe(true);
      expect(state === 'visiting' || state === 'visited').toBe(checkIn !== undefined);
      expect(state === 'visited').toBe(checkOut !== undefined);
    }
  });
});

describe('at any hour, in any zone', () => {
  const zones = ['UTC', 'Asia/Hong_Kong', 'America/St_Johns', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Lisbon'];
  const clocks = ['00:00:00', '00:00:05', '00:20:00', '02:30:00', '09:00:00', '15:47:11', '23:10:00', '23:59:30', '23:59:59'];
  // The second is the day on which Europe sets its clocks back.
  const dates = ['2026-11-22', '2026-10-25', '2026-03-29', '2027-01-01'];

  it.each(zones)('every case is what it says in %s', (name) => {
    process.env['TZ'] = name;
    for (const date of dates) {
      for (const clock of clocks) {
        const now = new Date(`${date}T${clock}`);
        const day = dayAround(now);
        for (const code of ['FJUEIW', 'BLDG22', 'HERE33', 'LEFT44', 'BLCK55', 'TRAD66', 'ARAB88']) {
          const { period } = byCode(day, code);
          expect([dateOf(period.from), dateOf(period.to)]).toEqual([dateOf(now), dateOf(now)]);
          expect(period.from <= now && now <= period.to).toBe(true);
        }
        expect(byCode(day, 'FJUEIW')).toMatchObject({ state: 'initial', blocked: false, buildingId: Number(demoBuilding) });
        expect(byCode(day, 'HERE33').state).toBe('visiting');
        expect(byCode(day, 'LEFT44').state).toBe('visited');
        expect(byCode(day, 'BLCK55').blocked).toBe(true);
        expect(byCode(day, 'BLDG22').buildingId).not.toBe(Number(demoBuilding));
        expect(dateOf(byCode(day, 'EARLY2').period.from)).not.toBe(dateOf(now));
        expect(byCode(day, 'EARLY2').period.from > now).toBe(true);
        expect(dateOf(byCode(day, 'PAST24').period.to)).not.toBe(dateOf(now));
        expect(byCode(day, 'PAST24').period.to < now).toBe(true);
        expect(day.every(({ period }) => dateOf(period.from) === dateOf(period.to))).toBe(true);
      }
    }
  });

  it('people keep their codes, and each day has badges of its own', () => {
    const day = (now: string) => dayAround(new Date(now)).slice(0, 12);
    const codes = (now: string) => day(now).map(({ visitor, resource }) => [visitor.code, resource.id]);
    const ids = (now: string) => day(now).map(({ id }) => id);
    expect(codes('2026-11-22T09:00:00')).toEqual(codes('2026-12-31T23:30:00'));
    expect(ids('2026-11-22T09:00:00')).toEqual(ids('2026-11-22T19:00:00'));
    expect(ids('2026-11-22T09:00:00').filter((id) => ids('2026-11-23T09:00:00').includes(id))).toEqual([]);
  });
});
