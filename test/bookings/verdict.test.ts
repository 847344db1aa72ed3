import { expect, it } from 'vitest';
import { createVerdicts, type LastTry } from '../../electron/bookings/verdict.ts';
import { type FailureCode, failure } from '../../electron/contract/failure.ts';

const failed = (code: FailureCode, more: Partial<LastTry> = {}): LastTry => ({
  result: failure(code),
  target: '/here',
  wireMilliseconds: 4_000,
  isBackground: false,
  ...more,
});

it.each<[string, LastTry, string, string]>([
  ['a server that cannot be reached', failed('bookings.unreachable'), 'away', 'away'],
  ['a server that does not answer', failed('bookings.timeout'), 'away', 'unclear'],
  ['an answer that stops half-way', failed('bookings.timeout', { status: 200 }), 'away', 'unclear'],
  ['a timeout of a call that had little time left', failed('bookings.timeout', { wireMilliseconds: 50 }), 'unclear', 'unclear'],
  ['a 500', failed('bookings.broken', { status: 500 }), 'away', 'unclear'],
  ['a 503', failed('bookings.broken', { status: 503 }), 'away', 'unclear'],
  ['a 404', failed('bookings.notFound', { status: 404 }), 'here', 'here'],
  ['a token that is not taken', failed('bookings.unauthorized', { status: 401 }), 'here', 'here'],
  ['a portal', failed('bookings.portal', { status: 200 }), 'unclear', 'unclear'],
])('%s', (_, tried, forVisitor, inBackground) => {
  expect(createVerdicts(2_000)(tried)).toBe(forVisitor);
  expect(createVerdicts(2_000)({ ...tried, isBackground: true })).toBe(inBackground);
});
