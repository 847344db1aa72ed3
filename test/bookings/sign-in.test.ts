import { afterEach, describe, expect, it } from 'vitest';
import { Credentials } from '../../electron/bookings/credentials.ts';
import type { RevokedTokens } from '../../electron/bookings/sign-in.ts';
import { createTransport } from '../../electron/bookings/transport.ts';
import { canary, serve } from './web.ts';

const deadlines = { connect: 5_000, headers: 5_000, body: 5_000, total: 8_000 };
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const get = (target = '/here') => ({ method: 'GET', target, within: Number.POSITIVE_INFINITY, isRead: true });
const post = { method: 'POST', target: '/there', within: Number.POSITIVE_INFINITY, isRead: false, body: '{}' };

type Mood = { status: number; headers?: Record<string, string> };
const well: Mood = { status: 200 };
const refusing: Mood = { status: 401 };
const revoking: Mood = { status: 401, headers: { 'www-authenticate': 'Bearer realm="x", error="invalid_token"' } };
const gone: Mood = { status: 410 };

/** A server whose mood the test sets, one mood for each target where it must, and a transport by the test's own clock. */
async function signedIn(options: { token?: string; revoked?: RevokedTokens } = {}) {
  const world = { mood: well, moods: {} as Record<string, Mood>, now: 0 };
  const web = await serve((request, response) => {
    const { status, headers } = world.moods[request.url ?? ''] ?? world.mood;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end('{}');
  });
  const start = (given = options) => {
    const credentials = new Credentials({ url: web.url, token: given.token ?? canary, auth: 'raw' });
    // Time goes on by itself, as deadlines need it, and by what the test adds.
    const clock = () => performance.now() + world.now;
    const { revoked } = given;
    const transport = createTransport({ url: web.url, credentials, deadlines, look: '/look', revoked, clock, chance: () => 0 });
    closing.push(() => transport.close());
    const codes = async (...requests: Parameters<typeof transport.send>[0][]) =>
      (await Promise.all(requests.map((request) => transport.send(request)))).map((answer) =>
        answer.ok ? 'good' : answer.failure.code,
      );
    return { transport, codes };
  };
  closing.push(() => web.close());
  return { web, world, start, ...start() };
}

/** Revoked tokens, in memory. */
function remembering(keeps = true): RevokedTokens & { readonly fingerprints: string[] } {
  const fingerprints: string[] = [];
  return {
    fingerprints,
    salt: 'salt',
    has: (fingerprint) => fingerprints.includes(fingerprint),
    add: (fingerprint) => keeps && fingerprints.push(fingerprint) > 0,
  };
}

const twenty = Array.from({ length: 20 }, (_, number) => get(`/here/${number}`));
const unauthorized = (count: number) => Array.from({ length: count }, () => 'bookings.unauthorized');

describe('TOK-2 a token that the server does not take', () => {
  it('TOK-2 is looked at once more by one request, however many calls there are, and then sent no more', async () => {
    const { web, world, codes, transport } = await signedIn();
    world.mood = refusing;
    expect(await codes(...twenty)).toEqual(unauthorized(20));
    expect(web.seen.length).toBeLessThanOrEqual(3);
    expect(web.seen.filter(({ target }) => target === '/look')).toHaveLength(1);
    const before = web.seen.length;
    expect(await codes(...twenty, post)).toEqual(unauthorized(21));
    expect(web.seen).toHaveLength(before);
    expect(transport.state()).toMatchObject({ signedOut: true, revoked: 'no', running: 0, waiting: 0 });
  });

  it('TOK-2 in the midst of the day costs no more than what was on its way, and one look', async () => {
    const { web, world, codes } = await signedIn();
    await codes(get());
    web.seen.length = 0;
    world.mood = refusing;
    expect(await codes(...twenty)).toEqual(unauthorized(20));
    expect(web.seen.length).toBeLessThanOrEqual(9);
    expect(web.seen.filter(({ target }) => target === '/look')).toHaveLength(1);
  });

  it('TOK-2 is tried gently, after waits that grow, and taken again when the server takes it', async () => {
    const { web, world, codes, transport } = await signedIn();
    world.mood = refusing;
    await codes(get());
    web.seen.length = 0;
    for (const wait of [15_000, 30_000, 60_000, 120_000, 150_000, 150_000]) {
      world.now += wait - 5_000;
      await codes(get());
      expect(web.seen).toHaveLength(0);
      world.now += 5_000;
      expect(await codes(get(), get(), get())).toEqual(unauthorized(3));
      expect(web.seen.splice(0).length).toBeLessThanOrEqual(2);
    }
    world.now += 150_000;
    world.mood = well;
    expect(await codes(get())).toEqual(['good']);
    expect(await codes(...twenty)).toEqual(twenty.map(() => 'good'));
    expect(transport.state().signedOut).toBe(false);
  });

  it('TOK-2 one 401 in passing is one look, and the read goes once more', async () => {
    const { web, world, codes, transport } = await signedIn();
    await codes(get());
    web.seen.length = 0;
    let refusals = 0;
    Object.defineProperty(world.moods, '/here', { get: () => (refusals++ === 0 ? refusing : well) });
    expect(await codes(get())).toEqual(['good']);
    expect(web.seen.map(({ target }) => target)).toEqual(['/here', '/look', '/here']);
    expect(transport.state().signedOut).toBe(false);
  });

  it('TOK-2 a write is not sent again after a look', async () => {
    const { web, world, codes } = await signedIn();
    world.moods['/there'] = refusing;
    expect(await codes(post)).toEqual(['bookings.unauthorized']);
    expect(web.seen.map(({ target }) => target)).toEqual(['/there', '/look']);
  });

  it('TOK-2 one operation that is not for this token does not sign the others out, nor is it looked into each time', async () => {
    const { web, world, codes, transport } = await signedIn();
    world.moods['/here'] = refusing;
    expect(await codes(get())).toEqual(['bookings.unauthorized']);
    expect(await codes(get(), get('/other'))).toEqual(['bookings.unauthorized', 'good']);
    expect(web.seen.filter(({ target }) => target === '/look')).toHaveLength(1);
    expect(transport.state().signedOut).toBe(false);
  });

  it('TOK-2 nothing is known while the look finds no server', async () => {
    const { world, codes, transport } = await signedIn();
    world.mood = refusing;
    world.moods['/look'] = { status: 503 };
    expect(await codes(get())).toEqual(['bookings.unauthorized']);
    expect(transport.state().signedOut).toBe(false);
  });
});

describe('TOK-3 a token that was revoked', () => {
  it.each([
    ['said to be invalid twice', revoking],
    ['gone', gone],
  ])('TOK-3 %s is wiped, and not sent again after a restart; a new one works', async (_name, mood) => {
    const revoked = remembering();
    const { web, world, codes, start, transport } = await signedIn({ revoked });
    await codes(get());
    world.mood = mood;
    expect(await codes(get())).toEqual([mood === gone ? 'bookings.notFound' : 'bookings.unauthorized']);
    expect(transport.state()).toMatchObject({ signedOut: true, revoked: 'kept' });
    expect(revoked.fingerprints).toHaveLength(1);
    expect(revoked.fingerprints.join()).not.toContain(canary);

    web.seen.length = 0;
    world.mood = well;
    world.now += 24 * 60 * 60_000;
    expect(await codes(...twenty, post)).toEqual(unauthorized(21));
    const again = start({ revoked });
    expect(await again.codes(get())).toEqual(['bookings.unauthorized']);
    expect(again.transport.state()).toMatchObject({ signedOut: true, revoked: 'kept' });
    expect(web.seen).toEqual([]);
    expect(await start({ revoked, token: 'a-new-token' }).codes(get())).toEqual(['good']);
    expect(web.seen.map(({ headers }) => headers.authorization)).toEqual(['a-new-token']);
  });

  it('TOK-3 is wiped for this run even where that cannot be kept, or nothing keeps it', async () => {
    for (const revoked of [remembering(false), undefined]) {
      const { world, codes, transport, web } = await signedIn(revoked ? { revoked } : {});
      world.mood = revoking;
      await codes(get());
      expect(transport.state()).toMatchObject({ signedOut: true, revoked: 'untilRestart' });
      web.seen.length = 0;
      world.now += 24 * 60 * 60_000;
      expect(await codes(get())).toEqual(['bookings.unauthorized']);
      expect(web.seen).toEqual([]);
    }
  });

  it('TOK-3 one thing that is gone is no token that is gone', async () => {
    const revoked = remembering();
    const { web, world, codes, transport } = await signedIn({ revoked });
    world.moods['/here'] = gone;
    expect(await codes(get())).toEqual(['bookings.notFound']);
    expect(await codes(get(), get('/other'))).toEqual(['bookings.notFound', 'good']);
    expect(transport.state()).toMatchObject({ signedOut: false, revoked: 'no' });
    expect(web.seen.filter(({ target }) => target === '/look')).toHaveLength(1);
    expect(revoked.fingerprints).toEqual([]);
  });

  it('TOK-3 said once only is no more than not taken', async () => {
    const { world, codes, transport } = await signedIn({ revoked: remembering() });
    world.mood = refusing;
    world.moods['/here'] = revoking;
    await codes(get());
    expect(transport.state()).toMatchObject({ signedOut: true, revoked: 'no' });
  });

  it('TOK-3 found out by a later try is wiped too', async () => {
    const { world, codes, transport } = await signedIn({ revoked: remembering() });
    world.mood = refusing;
    await codes(get());
    world.mood = revoking;
    world.now += 15_000;
    await codes(get());
    expect(transport.state()).toMatchObject({ signedOut: true, revoked: 'kept' });
  });
});
