import { describe, expect, it } from 'vitest';
import { houseOf } from '../../electron/settings/house.ts';

/** What these variables come to: how the site wants its lobby, or the line of the fault. */
function houseWith(environment: Record<string, string>) {
  const checked = houseOf((name) => (environment[name] ? { name, value: environment[name] } : undefined));
  return checked.ok ? checked.value : `${checked.fault.name}: ${checked.fault.message}`;
}

it('with nothing set, the lobby is as Foyer has it', () => {
  expect(houseWith({})).toEqual({});
});

describe('the languages of the lobby', () => {
  it.each([
    ['zh-Hant,en', ['zh-Hant', 'en']],
    [' zh-hans , EN ', ['zh-Hans', 'en']],
    ['zh-Hans', ['zh-Hans']],
    ['en,zh-Hant,zh-Hans', ['en', 'zh-Hant', 'zh-Hans']],
  ])('%s', (value, languages) => {
    expect(houseWith({ FOYER_LANGUAGES: value })).toEqual({ languages });
  });

  it.each(['de', 'en,', ',', 'en,en', 'en;zh-Hant', 'zh', 'en zh-Hant'])('%s is refused, with those that there are', (value) => {
    expect(houseWith({ FOYER_LANGUAGES: value })).toMatch(/^FOYER_LANGUAGES: must be one or more of en, zh-Hant, zh-Hans/);
  });
});

describe('how early a visit may be checked in', () => {
  it.each([
    ['0', 0],
    ['45', 45],
    ['1440', 1440],
  ])('%s', (value, earlyMinutes) => {
    expect(houseWith({ FOYER_EARLY: value })).toEqual({ earlyMinutes });
  });

  it.each(['1441', '-1', '1.5', '30 min'])('%s is refused', (value) => {
    expect(houseWith({ FOYER_EARLY: value })).toBe('FOYER_EARLY: must be a whole number from 0 to 1440');
  });
});

describe('what the screens tell of a visit', () => {
  it.each([
    ['FOYER_CONFIRM_SHOWS', 'place, Host', { confirmShows: ['host', 'place'] }],
    ['FOYER_CONFIRM_SHOWS', 'company,host,time,place', { confirmShows: ['company', 'host', 'time', 'place'] }],
    ['FOYER_CONFIRM_SHOWS', 'none', { confirmShows: [] }],
    ['FOYER_DONE_SHOWS', 'place', { doneShows: ['place'] }],
    ['FOYER_DONE_SHOWS', ' None ', { doneShows: [] }],
  ])('%s %s', (name, value, house) => {
    expect(houseWith({ [name]: value })).toEqual(house);
  });

  it.each([
    ['FOYER_CONFIRM_SHOWS', 'name', 'company, host, time, place'],
    ['FOYER_CONFIRM_SHOWS', 'host,none', 'company, host, time, place'],
    ['FOYER_CONFIRM_SHOWS', 'host,', 'company, host, time, place'],
    ['FOYER_DONE_SHOWS', 'company', 'host, place'],
  ])('%s %s is refused, with those that there are', (name, value, all) => {
    expect(houseWith({ [name]: value })).toBe(`${name}: must be none, or some of ${all} with commas between them`);
  });
});

describe('the site’s own words', () => {
  it('are one clean line for each language that has them', () => {
    const said = houseWith({
      FOYER_WELCOME_EN: 'Welcome to \u202eHarbour\n Tower',
      FOYER_WELCOME_ZH_HANT: '歡迎光臨海港大樓',
      FOYER_ARRIVED_ZH_HANS: '请乘坐左侧电梯',
    });
    expect(said).toEqual({
      welcome: { en: 'Welcome to Harbour Tower', 'zh-Hant': '歡迎光臨海港大樓' },
      arrived: { 'zh-Hans': '请乘坐左侧电梯' },
    });
  });

  it.each([
    ['FOYER_WELCOME_EN', 'W'.repeat(48), '歡'.repeat(24), 48],
    ['FOYER_ARRIVED_ZH_HANT', 'W'.repeat(64), '請'.repeat(32), 64],
  ] as const)('%s is as long as its screen has room for, and no letter longer', (name, latin, han, most) => {
    for (const longest of [latin, han]) {
      expect(houseWith({ [name]: longest })).toBeTypeOf('object');
      const message = `${name}: must have at most ${most} letters, of which a Chinese one counts as two`;
      expect(houseWith({ [name]: `${longest}i` })).toBe(message);
      expect(houseWith({ [name]: longest.repeat(90) })).toBe(message);
    }
    // Nothing is cut, wherever a space is.
    for (let length = most - 3; length <= 2 * most + 3; length += 1) {
      const said = `${'W'.repeat(length)} and on`;
      expect(houseWith({ [name]: said }), said).toBe(
        `${name}: must have at most ${most} letters, of which a Chinese one counts as two`,
      );
    }
  });

  it('of nothing that can be seen are refused', () => {
    expect(houseWith({ FOYER_ARRIVED_EN: '\u200b\u2066' })).toBe('FOYER_ARRIVED_EN: must hold letters');
  });
});

describe('the site’s own colour', () => {
  it.each(['#1f5b4e', '#FFD400'])('%s', (value) => {
    expect(houseWith({ FOYER_ACCENT: value })).toEqual({ accent: value.toLowerCase() });
  });

  it.each(['1f5b4e', '#fff', 'red', '#1f5b4e80', '#12345g'])('%s is refused', (value) => {
    expect(houseWith({ FOYER_ACCENT: value })).toBe('FOYER_ACCENT: must be a colour such as #1f5b4e');
  });
});
