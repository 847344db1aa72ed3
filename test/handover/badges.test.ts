import type { RequestListener } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isFor } from '../../electron/core/addressed.ts';
import { eventKinds } from '../../electron/core/event.ts';
import type { Handed, Letter } from '../../electron/core/outbox.ts';
import { createBadgeHandOver, writesBadges } from '../../electron/handover/badges.ts';
import { canary, clientOf, serve } from '../bookings/web.ts';

const paths = { 'handOver.checkIn': 'POST /API/visits/{id}/arrival', 'handOver.checkOut': 'PATCH /API/visits/{id}' };
const letter: Letter = {
  eventId: '0b54cf6e-6a39-4a3c-9ad3-2a8d1b7c6f10',
  sequence: 1,
  kind: 'checkedIn',
  visitId: 'visit-1',
  badgeId: '17',
  at: '2026-11-22T09:30:00.000+08:00',
  body: '{}',
  tries: 0,
};
const told = (handed: Handed): string =>
  handed.outcome === 'sent'
    ? 'sent'
    : `${handed.outcome} ${handed.failure.code} ${handed.status ?? '-'} ${handed.failure.operation}`;

/** A server of the vendor's, and the way of events to it. */
async function writingTo(listener: RequestListener) {
  const bodies: string[] = [];
  const web = await serve((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += String(piece);
    });
    request.on('end', () => {
      bodies.push(body);
      listener(request, response);
    });
  });
  const client = clientOf(web.url);
  onTestFinished(async () => {
    await client.close();
    await web.close();
  });
  return { web, bodies, handOver: createBadgeHandOver({ write: client.writeBadge, paths }) };
}
const answering =
  (status: number, headers: Record<string, string> = {}, body = ''): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);

describe('a check-in is written to the server where the installer said how', () => {
  it('API-7 with the token, the event’s time under the badge’s own name for it, and the event as its key', async () => {
    const { web, bodies, handOver } = await writingTo(answering(204));
    expect(await handOver.hand(letter)).toEqual({ outcome: 'sent' });
    expect(await handOver.hand({ ...letter, kind: 'checkedOut' })).toEqual({ outcome: 'sent' });
    expect(web.seen.map(({ method, target }) => `${method} ${target}`)).toEqual([
      'POST /API/visits/17/arrival',
      'PATCH /API/visits/17',
    ]);
    expect(bodies).toEqual([`{"checkInDate":"${letter.at}"}`, `{"checkOutDate":"${letter.at}"}`]);
    expect(web.seen[0]?.headers).toMatchObject({
      authorization: canary,
      'content-type': 'application/json',
      'idempotency-key': `"${letter.eventId}"`,
    });
  });

  it('API-10 an id of the server’s stays one segment of the path', async () => {
    const { web, handOver } = await writingTo(answering(204));
    await handOver.hand({ ...letter, badgeId: '../../user/7?x=1#' });
    expect(web.seen[0]?.target).toBe('/API/visits/..%2F..%2Fuser%2F7%3Fx%3D1%23/arrival');
  });

  it('whatever it answers with, if it is no page of something in between', async () => {
    for (const [type, body] of [
      ['application/json', '{"id":17}'],
      ['application/json', '{"id":'],
      ['text/plain', 'ok'],
      ['', ''],
    ] as const) {
      const { handOver } = await writingTo(answering(200, type ? { 'content-type': type } : {}, body));
      expect(told(await handOver.hand(letter))).toBe('sent');
    }
    const portal = await writingTo(answering(200, { 'content-type': 'text/html' }, '<p>Welcome</p>'));
    expect(told(await portal.handOver.hand(letter))).toBe('later bookings.portal 200 handOver.checkIn');
  });

  it('only where the installer gave both paths, and only what a badge knows of', async () => {
    expect([{}, paths, { 'handOver.checkOut': 'PUT /x/{id}' }].map(writesBadges)).toEqual([false, true, false]);
    expect(eventKinds.filter((kind) => isFor('bookings', kind))).toEqual(['checkedIn', 'checkedOut']);
    expect(eventKinds.filter((kind) => isFor('webhook', kind))).toEqual(eventKinds);
    const { web, handOver } = await writingTo(answering(204));
    expect(told(await handOver.hand({ ...letter, kind: 'wished' }))).toBe('dead handOver.refused - wished');
    const { badgeId: _, ...nameless } = letter;
    expect(told(await handOver.hand(nameless))).toBe('dead handOver.refused - checkedIn');
    expect(web.seen).toEqual([]);
  });
});

describe('API-4 what the server’s answer means', () => {
  it.each([
    [201, 'sent'],
    [409, 'sent'],
    [302, 'later bookings.portal 302'],
    [400, 'dead bookings.refused 400'],
    [401, 'later bookings.unauthorized 401'],
    [403, 'dead bookings.forbidden 403'],
    [404, 'dead bookings.notFound 404'],
    [405, 'dead bookings.refused 405'],
    [408, 'later bookings.timeout 408'],
    [422, 'dead bookings.refused 422'],
    [429, 'later bookings.busy 429'],
    [500, 'later bookings.broken 500'],
    [503, 'later bookings.broken 503'],
  ])('API-4 %i is %s', async (status, expected) => {
    const { web, handOver } = await writingTo(answering(status));
    const named = expected === 'sent' ? expected : `${expected} handOver.checkIn`;
    expect(told(await handOver.hand(letter))).toBe(named);
    expect(web.seen.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('API-4 how long it asks to be left alone is passed on', async () => {
    const { handOver } = await writingTo(answering(429, { 'retry-after': '30' }));
    expect(await handOver.hand(letter)).toMatchObject({ outcome: 'later', retryAfterMs: 30_000 });
  });

  it('TOK-1 a redirect to another host is for later, and no token goes there', async () => {
    const elsewhere = await serve((_request, response) => response.end());
    onTestFinished(() => elsewhere.close());
    const { handOver } = await writingTo(answering(307, { location: elsewhere.url.href }));
    expect(told(await handOver.hand(letter))).toBe('later bookings.portal 307 handOver.checkIn');
    expect(elsewhere.seen).toEqual([]);
  });

  it('TOK-2 while the token is not taken nothing is sent, and the letters stay', async () => {
    const { web, handOver } = await writingTo(answering(401));
    await handOver.hand(letter);
    const before = web.seen.length;
    expect(told(await handOver.hand(letter))).toBe('later bookings.unauthorized - handOver.checkIn');
    expect(web.seen.length).toBe(before);
  });

  it('API-8 an answer that never came is for later', async () => {
    const { web, handOver } = await writingTo((request) => request.socket.destroy());
    expect(told(await handOver.hand(letter))).toBe('later bookings.unreachable - handOver.checkIn');
    await web.close();
    expect(told(await handOver.hand(letter))).toBe('later bookings.unreachable - handOver.checkIn');
  });
});
