import { expect, it, onTestFinished } from 'vitest';
import { failure } from '../../electron/contract/failure.ts';
import { createHandOvers, receiversOf } from '../../electron/handover/receivers.ts';

const webhook = { url: new URL('https://events.example/in'), secret: 'secret-of-a-test-0123456789abcdef' };
const paths = { 'handOver.checkIn': 'POST /x/{id}/in', 'handOver.checkOut': 'POST /x/{id}/out' };
const outbox = { begun: () => failure('journal.full'), hereSince: () => failure('journal.full') } as const;
const wall = () => '2026-11-22T09:30:00+08:00';
const write = () => Promise.reject(new Error('nothing is written yet'));

it.each([
  [{ paths: {}, demo: false }, []],
  [{ paths: { 'user.get': 'GET /u/{id}' }, demo: false }, []],
  [{ webhook, paths: {}, demo: false }, ['webhook']],
  [{ paths, demo: false }, ['bookings']],
  [{ webhook, paths, demo: false }, ['webhook', 'bookings']],
  // The demo's server knows no such call; a receiver may be tried with the demo's visitors.
  [{ webhook, paths, demo: true }, ['webhook']],
])('%j is handed on to %j', (settings, receivers) => {
  expect(receiversOf(settings)).toEqual(receivers);
  const handOvers = createHandOvers({ settings, write, outbox, wall });
  onTestFinished(async () => {
    for (const handOver of handOvers) await handOver.close();
  });
  expect(handOvers.map(({ receiver }) => receiver)).toEqual(receivers);
});
