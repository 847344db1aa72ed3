import { describe, expect, it } from 'vitest';
import { normaliseCode } from '../../electron/contract/code.ts';
import { isFor } from '../../electron/core/addressed.ts';
import { alikeOf } from '../../electron/core/alike.ts';
import { relationToDays } from '../../electron/core/day.ts';
import { walkInBytes, walkInOf } from '../../electron/core/walk-in.ts';
import { exampleNow, exampleVisit } from './example.ts';

const bytes = (seed: number) => Uint8Array.from({ length: walkInBytes }, (_, index) => (seed * 31 + index * 97) % 256);
const visitor = { name: 'Ines Erfunden', company: 'Paketdienst' };

describe('a walk-in', () => {
  it('is a visit from now to the end of this day, with what is known of it', () => {
    const details = { purpose: 'Delivery', termsAt: exampleNow, host: 'Wong Siu Ming', hostId: '11', hostMail: 'wong@example.com' };
    const visit = walkInOf({ visitor, ...details, place: { buildingId: '1' }, now: exampleNow }, bytes(1));
    expect(visit).toEqual({
      ...{ badgeId: expect.any(String), code: expect.any(String), visitor, blocked: false, state: 'initial' },
      period: { from: exampleNow, to: '2026-11-22T23:59:59+08:00' },
      ...{ host: 'Wong Siu Ming', hostId: '11', hostMail: 'wong@example.com', place: { buildingId: '1' } },
      walkIn: { purpose: 'Delivery', termsAt: exampleNow },
    });
    expect(walkInOf({ visitor, now: exampleNow }, bytes(1))).toMatchObject({ walkIn: {}, place: {} });
  });

  it('is valid on this day alone, on the kiosk’s clock', () => {
    for (const now of [
      exampleNow,
      '2026-11-22T00:00:00.000-05:00',
      '2026-11-22T23:59:59.900+13:45',
      '2026-11-22T10:00:00.000+00:00',
    ]) {
      const { period } = walkInOf({ visitor, now }, bytes(2));
      expect(relationToDays(period, now), now).toBe('within');
      const tomorrow = now.replace('-22T', '-23T');
      expect(relationToDays(period, tomorrow), now).toBe('after');
    }
  });

  it('has a code that is one, begins with W, and looks like no other; and an id that is a UUID', () => {
    for (let seed = 0; seed < 256; seed += 1) {
      const { badgeId, code } = walkInOf({ visitor, now: exampleNow }, bytes(seed));
      expect(code).toMatch(/^W[A-HJ-NP-Z2-9]{5}$/);
      expect(normaliseCode(code)).toBe(code);
      expect(alikeOf(code)).toEqual([]);
      expect(badgeId).toMatch(/^W-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('uses each letter and digit of its code alike, and is as random as its bytes', () => {
    const codes = Array.from(
      { length: 256 },
      (_, byte) => walkInOf({ visitor, now: exampleNow }, new Uint8Array(walkInBytes).fill(byte)).code,
    );
    const counts = new Map<string, number>();
    for (const code of codes) counts.set(code[1] ?? '', (counts.get(code[1] ?? '') ?? 0) + 1);
    expect([counts.size, ...new Set(counts.values())]).toEqual([32, 8]);
    expect(() => walkInOf({ visitor, now: exampleNow }, new Uint8Array(walkInBytes - 1))).toThrow(RangeError);
  });

  it('is no affair of Bookings ONE, and one of the webhook', () => {
    const visit = walkInOf({ visitor, now: exampleNow }, bytes(3));
    for (const kind of ['checkedIn', 'checkedOut'] as const) {
      expect([isFor('bookings', kind, visit), isFor('webhook', kind, visit), isFor('bookings', kind, exampleVisit)]).toEqual([
        ...[false, true, true],
      ]);
    }
    expect(isFor('bookings', 'corrected', exampleVisit)).toBe(false);
  });
});
