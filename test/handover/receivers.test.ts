import { expect, it, onTestFinished } from 'vitest';
import { failure } from '../../electron/contract/failure.ts';
import { createHandOvers, receiversOf } from '../../electron/handover/receivers.ts';

const webhook = { url: new URL('https://events.example/in'), secret: 'secret-of-a-test-0123456789abcdef' };
const mail = { host: 'mail.example', port: 465, security: 'tls', from: 'reception@example.org', language: 'en' } as const;
const here = { ...mail, security: 'none' } as const;
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
  [{ mail, paths: {}, demo: false }, ['hosts']],
  [{ webhook, mail, paths, demo: false }, ['webhook', 'bookings', 'hosts']],
  // Its hosts are invented, and so are their addresses; a mail server on this machine may be tried.
  [{ mail, paths: {}, demo: true }, []],
  [{ mail: here, paths: {}, demo: true }, ['hosts']],
])('%j is handed on to %j', (settings, receivers) => {
  expect(receiversOf(settings)).toEqual(receivers);
  const handOvers = createHandOvers({ settings, write, outbox, wall });
  onTestFinished(async () => {
    for (const handOver of handOvers) await handOver.close();
  });
  expect(handOvers.map(({ receiver }) => receiver)).toEqual(receivers);
});
