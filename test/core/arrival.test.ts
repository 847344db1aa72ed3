import { expect, it } from 'vitest';
import { clockTimeOf, isNews } from '../../electron/core/arrival.ts';

const period = { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T10:00:00+08:00' };
const since = '2026-11-22T09:30:00.000+08:00';

it.each([
  ['at once', since, '2026-11-22T09:30:00.000+08:00', true],
  ['within half an hour', since, '2026-11-22T09:59:59.999+08:00', true],
  ['not after it', since, '2026-11-22T10:00:00.000+08:00', false],
  ['not eight hours later', since, '2026-11-22T17:30:00.000+08:00', false],
  ['late on the day of the badge, which is whole', '2026-11-22T17:00:00+08:00', '2026-11-22T17:05:00+08:00', true],
  ['not past midnight, although it is minutes', '2026-11-22T23:55:00+08:00', '2026-11-23T00:05:00+08:00', false],
  ['on another clock than the kiosk’s', '2026-11-22T01:30:00Z', '2026-11-22T09:40:00+08:00', true],
  ['where the clock was set back', since, '2026-11-22T08:00:00+08:00', true],
  ['not where it was set back by more than a day', since, '2026-11-20T09:30:00+08:00', false],
  ['not of somebody who has left', undefined, since, false],
  ['not where a time cannot be read', 'soon', since, false],
] as const)('told %s', (_name, came, now, expected) => {
  expect(isNews({ period }, came, now)).toBe(expected);
});

it.each([
  [since, '09:30'],
  ['2026-11-22T01:12:00Z', '09:12'],
  ['2026-11-22T09:05:00+08:00', '09:05'],
])('since %s is %s on the clock of the kiosk', (came, time) => expect(clockTimeOf(came, since)).toBe(time));
