import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FailureCode } from '../../electron/contract/failure.ts';
import type { Misbehaviour } from '../../electron/demo/misbehaviour.ts';
import { clientOf, startDemo, token } from './client.ts';

let demo: Awaited<ReturnType<typeof startDemo>>;
beforeEach(async () => {
  demo = await startDemo();
});
afterEach(() => demo.close());

/** Asks with a client of its own, for one that meets trouble remembers it. */
async function ask(milliseconds?: number) {
  const client = clientOf(demo.server, milliseconds);
  try {
    const body = { accessId: 'SENSOR-1201', timestamp: null, data: { isConnected: true, isOccupied: false } };
    const read = await client.call('building.get', { id: '1' });
    const written = await client.call('iotSensorData.post', { body });
    return [read, written].map((answer) => (answer.ok ? 'ok' : answer.failure.code));
  } finally {
    await client.close();
  }
}

const raw = async (target = '/API/external/building/v1/1') =>
  fetch(new URL(target, demo.server.url), { headers: { authorization: token } });

describe('misbehaviour on demand', () => {
  const cases: [Misbehaviour, FailureCode][] = [
    [{ kind: 'unauthorized' }, 'bookings.unauthorized'],
    [{ kind: 'busy', retryAfter: '1' }, 'bookings.busy'],
    [{ kind: 'broken' }, 'bookings.broken'],
    [{ kind: 'garbage' }, 'bookings.unreadable'],
    [{ kind: 'portal' }, 'bookings.portal'],
    [{ kind: 'cut' }, 'bookings.unreachable'],
  ];
  it.each(cases)('%o is seen as %s', async (misbehaviour, code) => {
    demo.server.misbehave('building.get', misbehaviour);
    expect((await ask())[0]).toBe(code);
    demo.server.behave();
    demo.server.misbehave('iotSensorData.post', misbehaviour);
    expect(await ask()).toEqual(['ok', code]);
    demo.server.behave();
    expect(await ask()).toEqual(['ok', 'ok']);
  });

  it.each([{ kind: 'hang' }, { kind: 'latency', milliseconds: 60_000 }] as const)('%o is seen as a timeout', async (one) => {
    demo.server.misbehave('*', one);
    expect((await ask(500))[0]).toBe('bookings.timeout');
  });

  it('of latency answers all the same', async () => {
    demo.server.misbehave('*', { kind: 'latency', milliseconds: 200 });
    const begun = performance.now();
    expect(await ask()).toEqual(['ok', 'ok']);
    expect(performance.now() - begun).toBeGreaterThan(350);
  });

  it('ends after its number of times', async () => {
    demo.server.misbehave('building.get', { kind: 'broken' }, { times: 2 });
    const statuses = [];
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await raw()).status);
    expect(statuses).toEqual([500, 500, 200, 200]);
  });

  it('of one operation goes before that of all', async () => {
    demo.server.misbehave('*', { kind: 'broken' });
    demo.server.misbehave('building.get', { kind: 'busy', retryAfter: 'Sun, 22 Nov 2026 10:15:00 GMT' }, { times: 1 });
    const busy = await raw();
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, 'Sun, 22 Nov 2026 10:15:00 GMT']);
    expect((await raw()).status).toBe(500);
    expect((await raw('/API/external/system/v1/information')).status).toBe(500);
  });

  it('cuts within the body, not before it', async () => {
    demo.server.misbehave('building.get', { kind: 'cut' });
    const answer = await raw();
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
  });

  it('keeps no server from closing', async () => {
    demo.server.misbehave('*', { kind: 'hang' });
    const asked = raw().then(
      () => 'answered',
      () => 'cut off',
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    await demo.server.close();
    expect(await asked).toBe('cut off');
  });
});
