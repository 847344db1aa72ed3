import { describe, expect, it } from 'vitest';
import { deskScreenSchema } from '../../electron/contract/desk.ts';
import { mostRows } from '../../electron/contract/desk-limits.ts';
import { musterOf } from '../../electron/core/muster.ts';
import type { Recorded } from '../../electron/core/review.ts';
import { exampleRecorded } from './example.ts';

const personSchema = deskScreenSchema.shape.unconfirmed.element;
const checkedInAt = '2026-11-22T10:00:00.000+08:00';
const recorded = (n: number, change: Partial<Recorded> = {}): Recorded =>
  exampleRecorded({ visitId: `v${n}`, checkedInAt, ...change });

describe('musterOf', () => {
  it('nobody', () => {
    expect(musterOf([])).toEqual({ counts: { inside: 0, left: 0, unconfirmed: 0 }, inside: [], unconfirmed: [] });
  });

  it('who is in, who has left, whom the kiosk closed, in the order given', () => {
    const closedAt = '2026-11-23T00:00:00.000+08:00';
    const muster = musterOf([
      recorded(5, { company: 'Lambert & Fils', host: 'Wong Siu Ming' }),
      recorded(4, { checkedOutAt: checkedInAt }),
      recorded(3, { closedAt }),
      recorded(2, { closedAt, checkedOutAt: checkedInAt }),
      recorded(1),
    ]);
    expect(muster.counts).toEqual({ inside: 2, left: 2, unconfirmed: 1 });
    expect(muster.inside).toEqual([
      { visitId: 'v5', name: 'Amélie Lambert', company: 'Lambert & Fils', host: 'Wong Siu Ming', checkedInAt },
      { visitId: 'v1', name: 'Amélie Lambert', checkedInAt },
    ]);
    expect(muster.unconfirmed).toEqual([{ visitId: 'v3', name: 'Amélie Lambert', checkedInAt, closedAt }]);
  });

  it('no code, badge or appointment crosses to the page', () => {
    const { inside } = musterOf([recorded(1, { appointmentId: '3', walkIn: true })]);
    expect(() => personSchema.parse(inside[0])).not.toThrow();
    expect(JSON.stringify(inside)).not.toContain('FJUEIW');
  });

  it('counts all and shows the newest', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => recorded(n, n % 2 ? { closedAt: checkedInAt } : {}));
    const muster = musterOf(many);
    expect(muster.counts).toEqual({ inside: 5_000, left: 0, unconfirmed: 5_000 });
    expect([muster.inside.length, muster.unconfirmed.length]).toEqual([mostRows, mostRows]);
    expect(muster.inside[0]?.visitId).toBe('v0');
  });
});
