import { createHmac } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Handed, Letter } from '../../electron/core/outbox.ts';
import { createWebhook } from '../../electron/handover/webhook.ts';
import { makeAuthority, makeCertificate, serveSecurely } from '../bookings/certificates.ts';
import { serve, serveRaw } from '../bookings/web.ts';
import { startProxy } from '../fakes/proxy.ts';
import { type Answer, startReceiver } from '../fakes/receiver.ts';

const secret = 'CANARY-secret-of-the-webhook-0123456789';
const eventId = '0b54cf6e-6a39-4a3c-9ad3-2a8d1b7c6f10';
const body = JSON.stringify({ version: 1, id: eventId, visit: { name: '茉莉 Quill\u2028"' } });
const letter: Letter = {
  eventId,
  sequence: 1,
  kind: 'checkedIn',
  visitId: 'visit-1',
  at: '2026-11-22T09:30:00.000+08:00',
  body,
  tries: 0,
};
const told = (handed: Handed): string =>
  handed.outcome === 'sent' ? 'sent' : `${handed.outcome} ${handed.failure.code}${handed.status ? ` ${handed.status}` : ''}`;

function webhookTo(url: URL, options: Partial<Parameters<typeof createWebhook>[0]> = {}) {
  const webhook = createWebhook({ url, secret, ...options });
  onTestFinished(() => webhook.close());
  return webhook;
}

async function receiving(answer: () => Answer = () => 204) {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.down());
  receiver.answer = answer;
  return receiver;
}

describe('what is sent', () => {
  it('API-7 is a signed POST of the kept bytes to the address that was set, with the event as its key', async () => {
    const web = await serve((request, response) => request.resume().on('end', () => response.writeHead(204).end()));
    onTestFinished(() => web.close());
    const receiver = await receiving();
    const now = () => Date.parse('2026-11-22T01:30:00.900Z');
    expect(await webhookTo(new URL('/in?site=7&x=%2F', web.url), { now }).hand(letter)).toEqual({ outcome: 'sent' });
    await webhookTo(receiver.url, { now }).hand(letter);
    expect(web.seen.map(({ method, target }) => `${method} ${target}`)).toEqual(['POST /in?site=7&x=%2F']);
    const [arrival] = receiver.arrivals;
    expect(arrival?.body).toBe(body);
    const signed = createHmac('sha256', secret).update(`${eventId}.1795311000.${body}`).digest('base64');
    expect(arrival?.headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'idempotency-key': `"${eventId}"`,
      'webhook-id': eventId,
      'webhook-timestamp': '1795311000',
      'webhook-signature': `v1,${signed}`,
    });
    expect(JSON.stringify(arrival?.headers)).not.toContain(secret);
  });

  it('API-7 is the same at every try but for the time and the signature over it', async () => {
    const receiver = await receiving(() => 503);
    let now = 1_795_311_000_000;
    const webhook = webhookTo(receiver.url, { now: () => now });
    await webhook.hand(letter);
    now += 3_600_000;
    await webhook.hand({ ...letter, tries: 1 });
    const [first, second] = receiver.arrivals.map(({ headers, body, key }) => {
      const { 'webhook-timestamp': time, 'webhook-signature': signature, ...same } = headers;
      return { time, signature, rest: { same, body, key } };
    });
    expect(second?.rest).toEqual(first?.rest);
    expect(second?.time).not.toBe(first?.time);
    expect(second?.signature).not.toBe(first?.signature);
  });

  it('goes over connections that are kept', async () => {
    const ports = new Set<unknown>();
    const web = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      request.resume().on('end', () => response.writeHead(200, { 'content-type': 'text/plain' }).end('thank you'));
    });
    onTestFinished(() => web.close());
    const webhook = webhookTo(web.url);
    for (let tries = 0; tries < 20; tries += 1) expect(told(await webhook.hand(letter))).toBe('sent');
    expect(ports.size).toBeLessThanOrEqual(4);
  });
});

describe('API-4 what comes back', () => {
  it.each([
    [200, 'sent'],
    [202, 'sent'],
    [204, 'sent'],
    [409, 'sent'],
    [300, 'later handOver.redirected 300'],
    [304, 'later handOver.redirected 304'],
    [400, 'dead handOver.refused 400'],
    [401, 'dead handOver.refused 401'],
    [403, 'dead handOver.refused 403'],
    [404, 'dead handOver.refused 404'],
    [405, 'dead handOver.refused 405'],
    [408, 'later handOver.timeout 408'],
    [410, 'dead handOver.refused 410'],
    [413, 'dead handOver.refused 413'],
    [422, 'dead handOver.refused 422'],
    [425, 'later handOver.busy 425'],
    [429, 'later handOver.busy 429'],
    [500, 'later handOver.broken 500'],
    [502, 'later handOver.broken 502'],
    [503, 'later handOver.broken 503'],
    [599, 'later handOver.broken 599'],
  ])('API-4 %i is %s', async (status, expected) => {
    const receiver = await receiving(() => status);
    expect(told(await webhookTo(receiver.url).hand(letter))).toBe(expected);
    expect(receiver.arrivals).toHaveLength(1);
  });

  it.each([
    ['120', 60_000],
    ['7', 7_000],
    ['0', 0],
    ['soon', undefined],
    ['-5', undefined],
  ])('API-4 Retry-After: %s is heeded up to a minute', async (value, expected) => {
    const receiver = await receiving(() => ({ status: 429, headers: { 'retry-after': value } }));
    expect(await webhookTo(receiver.url).hand(letter)).toMatchObject({ outcome: 'later' });
    const handed = await webhookTo(receiver.url).hand(letter);
    expect('retryAfterMs' in handed ? handed.retryAfterMs : undefined).toBe(expected);
  });

  it('API-4 Retry-After as a date is read against the receiver’s own clock', async () => {
    const headers = { date: 'Sun, 22 Nov 2026 01:00:00 GMT', 'retry-after': 'Sun, 22 Nov 2026 01:00:25 GMT' };
    const receiver = await receiving(() => ({ status: 503, headers }));
    expect(await webhookTo(receiver.url).hand(letter)).toMatchObject({ outcome: 'later', retryAfterMs: 25_000 });
  });

  it('API-1 a redirect is not followed, and its target never hears of it', async () => {
    const elsewhere = await receiving();
    for (const status of [301, 302, 303, 307, 308]) {
      const receiver = await receiving(() => ({ status, headers: { location: elsewhere.url.href } }));
      expect(told(await webhookTo(receiver.url).hand(letter))).toBe(`later handOver.redirected ${status}`);
    }
    expect(elsewhere.arrivals).toEqual([]);
  });

  it('API-3 a long answer is not read, and does not change what its status says', async () => {
    let written = 0;
    const web = await serve((request, response) => {
      request.resume();
      const piece = Buffer.alloc(64 * 1024, 0x20);
      const write = () => {
        while (written < 500 * 1024 * 1024 && response.write(piece)) written += piece.length;
      };
      response.on('drain', write).on('error', () => {});
      write();
    });
    onTestFinished(() => web.close());
    expect(told(await webhookTo(web.url).hand(letter))).toBe('sent');
    expect(written).toBeLessThan(50 * 1024 * 1024);
  });
});

describe('API-8 what never comes back is for later', () => {
  it.each([
    ['hang', 'later handOver.timeout'],
    ['cut', 'later handOver.unreachable'],
    ['lost', 'later handOver.unreachable'],
    ['drip', 'sent'],
  ] as const)('API-8 a receiver that does %s: %s', async (answer, expected) => {
    const receiver = await receiving(() => answer);
    expect(told(await webhookTo(receiver.url, { withinMs: 400 }).hand(letter))).toBe(expected);
  });

  it('a receiver that takes connections and says nothing, or nothing that is HTTP', async () => {
    const silent = await serveRaw(() => {});
    onTestFinished(() => silent.close());
    expect(told(await webhookTo(silent.url, { withinMs: 300 }).hand(letter))).toBe('later handOver.timeout');
    const strange = await serveRaw((socket) => void socket.on('data', () => socket.end('220 smtp.example ESMTP\r\n')));
    onTestFinished(() => strange.close());
    expect(told(await webhookTo(strange.url).hand(letter))).toBe('later handOver.broken');
  });

  it('a receiver that is not there, or whose name nobody knows', async () => {
    const receiver = await receiving();
    await receiver.down();
    expect(told(await webhookTo(receiver.url).hand(letter))).toBe('later handOver.unreachable');
    expect(told(await webhookTo(new URL('https://receiver.invalid/in')).hand(letter))).toBe('later handOver.unreachable');
  });

  it('a way that was closed', async () => {
    const receiver = await receiving(() => 'hang');
    const webhook = webhookTo(receiver.url);
    const hanging = webhook.hand(letter);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await webhook.close();
    expect(told(await hanging)).toBe('later handOver.unreachable');
    expect(told(await webhook.hand(letter))).toBe('later handOver.unreachable');
  });
});

describe('API-1 whom it is said to', () => {
  it('API-1 nobody whose certificate is not trusted, has run out, or is another’s', async () => {
    const authority = await makeAuthority();
    const pairs = [
      await makeCertificate('localhost'),
      await makeCertificate('localhost', authority, { isExpired: true }),
      await makeCertificate('portal.example', authority),
    ];
    for (const pair of pairs) {
      const server = await serveSecurely(pair);
      onTestFinished(() => server.close());
      expect(told(await webhookTo(server.url, { ca: authority.cert }).hand(letter))).toBe('later handOver.tls');
      expect(server.counted.requests).toBe(0);
    }
  });

  it('API-1 the site’s own authority is trusted where it was set', async () => {
    const authority = await makeAuthority();
    const server = await serveSecurely(await makeCertificate('localhost', authority), (request, response) => {
      request.resume().on('end', () => response.writeHead(204).end());
    });
    onTestFinished(() => server.close());
    expect(told(await webhookTo(server.url).hand(letter))).toBe('later handOver.tls');
    expect(told(await webhookTo(server.url, { ca: authority.cert }).hand(letter))).toBe('sent');
  });

  it('API-1 a proxy is gone through, and hears nothing but a name', async () => {
    const authority = await makeAuthority();
    const server = await serveSecurely(await makeCertificate('events.example', authority), (request, response) => {
      request.resume().on('end', () => response.writeHead(204).end());
    });
    onTestFinished(() => server.close());
    const proxy = await startProxy(Number(server.url.port));
    onTestFinished(() => proxy.close());
    const webhook = webhookTo(new URL('https://events.example/in'), { ca: authority.cert, proxy: proxy.url });
    expect(told(await webhook.hand(letter))).toBe('sent');
    expect(proxy.heard.map(({ line }) => line)).toEqual(['CONNECT events.example:443']);
    expect(proxy.passed()).not.toContain(eventId);
  });

  it.each(['http://events.example/in', 'ftp://127.0.0.1/in', 'https://user:word@events.example/in'])(
    'API-1 never %s',
    (address) => {
      expect(() => createWebhook({ url: new URL(address), secret })).toThrow();
    },
  );
});
