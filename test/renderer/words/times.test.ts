import { afterEach, describe, expect, it } from 'vitest';
import { momentIn, periodIn } from '../../../renderer/words/times.ts';
import { wordsIn } from '../../../renderer/words/words.ts';

const { en, 'zh-Hant': hant, 'zh-Hans': hans } = wordsIn;
// 2026-11-22 23:30 in London is already the 23rd in Taipei.
const now = Date.parse('2026-11-22T23:30:00Z');
const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('a moment in a sentence', () => {
  it('shows the time on the clock of the place it belongs to', () => {
    expect(momentIn(en, '2026-11-23T09:05:00+08:00', now)).toBe('at 09:05');
    expect(momentIn(en, '2026-11-22T18:30:00-05:00', now)).toBe('at 18:30');
  });

  it('names the day when it is not today there', () => {
    expect(momentIn(en, '2026-11-22T09:05:00+08:00', now)).toBe('on Sunday 22 November at 09:05');
    expect(momentIn(en, '2026-12-01T14:00:00+08:00', now)).toBe('on Tuesday 1 December at 14:00');
  });

  it('speaks the language of the screen', () => {
    expect(momentIn(hant, '2026-11-23T14:05:00+08:00', now)).toMatch(/^今天下午0?2:05$/);
    expect(momentIn(hant, '2026-12-01T14:00:00+08:00', now)).toMatch(/12月1日.*星期二/);
    expect(momentIn(hans, '2026-11-23T14:05:00+08:00', now)).toBe('今天14:05');
  });

  it.each(['UTC', 'America/New_York', 'Asia/Taipei', 'Pacific/Kiritimati'])(
    'does not depend on the zone of the kiosk: %s',
    (tz) => {
      process.env['TZ'] = tz;
      expect(momentIn(en, '2026-11-23T00:15:00+08:00', now)).toBe('at 00:15');
    },
  );

  it.each([undefined, '', 'soon', '2026-11-23T09:05:00', '2026-99-99T09:05:00+08:00'])('says nothing of %j', (iso) => {
    expect(momentIn(en, iso, now)).toBeUndefined();
  });
});

describe('from when to when', () => {
  it('is two times on today', () => {
    expect(periodIn(en, '2026-11-23T09:30:00+08:00', '2026-11-23T11:00:00+08:00', now)).toBe('09:30–11:00');
  });

  it('names the day when it is another', () => {
    const period = periodIn(en, '2026-12-01T14:00:00+08:00', '2026-12-01T18:30:00+08:00', now);
    expect(period).toContain('Tuesday 1 December');
    expect(period).toContain('14:00–18:30');
  });

  it('names both days when they differ', () => {
    const period = periodIn(en, '2026-11-23T22:00:00+08:00', '2026-11-24T02:00:00+08:00', now);
    expect(period).toContain('23 November');
    expect(period).toContain('24 November');
  });

  it('shows both ends on the clock of the beginning', () => {
    expect(periodIn(en, '2026-11-23T09:30:00+08:00', '2026-11-23T03:00:00Z', now)).toBe('09:30–11:00');
  });

  it('keeps to the beginning when the end makes no sense', () => {
    expect(periodIn(en, '2026-11-23T09:30:00+08:00', '2026-11-23T08:00:00+08:00', now)).toBe('at 09:30');
    expect(periodIn(en, '2026-11-23T09:30:00+08:00', 'later', now)).toBe('at 09:30');
    expect(periodIn(en, 'soon', 'later', now)).toBeUndefined();
  });
});
