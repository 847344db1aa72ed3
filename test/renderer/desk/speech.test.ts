import { describe, expect, it } from 'vitest';
import { languages } from '../../../electron/contract/language.ts';
import { speechIn } from '../../../renderer/desk/speech.ts';

// 2026-11-23 09:30 in Taipei.
const now = Date.parse('2026-11-23T01:30:00Z');
const en = speechIn('en', now);
const since = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

describe('how long ago', () => {
  it.each([
    [0, 'just now'],
    [0.99, 'just now'],
    [-0.5, 'just now'],
    [1, '1 min ago'],
    [59.9, '59 min ago'],
    [60, '1 hr ago'],
    [119, '1 hr ago'],
    [23 * 60 + 59, '23 hr ago'],
    [24 * 60, '1 day ago'],
    [15 * 24 * 60, '15 days ago'],
  ])('says of %d minutes: %s', (minutes, said) => {
    expect(en.ago(since(minutes))).toBe(said);
  });

  it('says the exact time of what is still to come: a clock was set back', () => {
    expect(en.ago('2026-11-23T10:05:00+08:00')).toBe('10:05');
    expect(en.ago('2026-11-24T10:05:00+08:00')).toBe('Tue 24 Nov, 10:05');
  });

  it('changes no oftener than each minute', () => {
    const at = since(12);
    const said = Array.from({ length: 60 }, (_, second) => speechIn('en', now + second * 1_000).ago(at));
    expect(new Set(said)).toEqual(new Set(['12 min ago']));
  });

  it('speaks the language of the desk', () => {
    expect(speechIn('zh-Hant', now).ago(since(5))).toBe('5 分鐘前');
    expect(speechIn('zh-Hans', now).ago(since(5))).toBe('5分钟前');
    expect(speechIn('zh-Hant', now).ago(since(0))).toBe('剛剛');
  });
});

describe('the exact time', () => {
  it('is on the clock of its own place, with the day unless that is today there', () => {
    expect(en.exact('2026-11-23T09:05:00+08:00')).toBe('09:05');
    expect(en.exact('2026-11-22T23:05:00+08:00')).toBe('Sun 22 Nov, 23:05');
    expect(en.exact('2026-11-22T18:30:00-05:00')).toBe('18:30');
  });

  it.each(languages)('has two digits for the hour of the day, from 00 to 23, so that times stand in a column: %s', (language) => {
    const { exact } = speechIn(language, now);
    expect(exact('2026-11-23T00:05:00+08:00')).toBe('00:05');
    expect(exact('2026-11-23T14:05:00+08:00')).toBe('14:05');
  });

  it.each(['', 'soon', '2026-11-23T09:05:00', '2026-99-99T09:05:00+08:00'])('says nothing of %j', (iso) => {
    expect([en.exact(iso), en.ago(iso)]).toEqual(['', '']);
  });
});

describe('numbers', () => {
  it('are grouped as the language does', () => {
    for (const language of languages) expect(speechIn(language, now).number(12_345)).toBe('12,345');
  });
});
