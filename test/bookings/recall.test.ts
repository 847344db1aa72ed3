import { describe, expect, it } from 'vitest';
import type { Answered, Call } from '../../electron/bookings/call.ts';
import { createMemory } from '../../electron/bookings/memory.ts';
import { operationKeys, operations } from '../../electron/bookings/operations.ts';
import { recalling } from '../../electron/bookings/recall.ts';
import { type FailureCode, failure, type Result, success } from '../../electron/contract/failure.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A call that counts, and answers when told. */
function counted(answers: () => Result<unknown> = () => success({ displayName: 'Oskar' })) {
  const made: string[] = [];
  const call = (async (key: string, given: object) => {
    made.push(`${key} ${JSON.stringify(given)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return answers();
  }) as Call;
  return { made, call };
}

/** A remembering call by a clock of the test's own, to a server that may go away. */
function timed() {
  const world = { clock: 0, trouble: undefined as FailureCode | undefined };
  const { made, call } = counted(() => (world.trouble ? failure(world.trouble) : success({ displayName: 'Oskar' })));
  const clock = () => world.clock;
  return { world, made, recalled: recalling(call, { clock, memory: createMemory({ clock }) }) };
}

/** Calls that are answered by hand. */
function byHand() {
  const waiting: ((answer: Answered<unknown>) => void)[] = [];
  const call = (() => new Promise((resolve) => waiting.push(resolve))) as unknown as Call;
  return { waiting, recalled: recalling(call) };
}

const any = (call: Call) => call as unknown as (key: string, given: object, within?: number) => Promise<Answered<unknown>>;

describe('asking once', () => {
  it('is what identical reads in flight do, whatever they read', async () => {
    const { made, call } = counted();
    const recalled = recalling(call);
    const search = () => recalled('visitorManagement.search', { registrationCode: 'FJUEIW' });
    const other = recalled('visitorManagement.search', { registrationCode: 'OTHER2' });
    const answers = await Promise.all(Array.from({ length: 200 }, search));
    await other;
    expect(made).toHaveLength(2);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    await search();
    expect(made).toHaveLength(3);
  });

  it('is not what writes do', async () => {
    const { made, call } = counted();
    const recalled = any(recalling(call));
    for (const key of operationKeys.filter((name) => !operations[name].isRead)) {
      made.length = 0;
      await Promise.all([recalled(key, {}), recalled(key, {})]);
      expect([key, made.length]).toEqual([key, 2]);
    }
  });

  it('leaves each caller its own deadline: the short one fails alone', async () => {
    const { waiting, recalled } = byHand();
    const hurried = recalled('user.get', { id: '1' }, 20);
    const patient = recalled('user.get', { id: '1' }, 10_000);
    const unlimited = recalled('user.get', { id: '1' });
    expect(await hurried).toEqual({ ok: false, failure: { operation: 'user.get', code: 'bookings.timeout' } });
    waiting[0]?.(success({ displayName: 'Oskar' }) as Answered<unknown>);
    expect(await Promise.all([patient, unlimited])).toMatchObject([{ ok: true }, { ok: true }]);
    expect(waiting).toHaveLength(1);
  });

  it('does not fail who joined late by the deadline of the first', async () => {
    const { waiting, recalled } = byHand();
    const first = recalled('user.get', { id: '1' });
    const second = recalled('user.get', { id: '1' });
    waiting[0]?.(failure('bookings.timeout'));
    expect(await first).toMatchObject({ ok: false });
    while (waiting.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    waiting[1]?.(success({}) as Answered<unknown>);
    expect(await second).toMatchObject({ ok: true });
    expect(waiting).toHaveLength(2);
  });

  it('does not fail who has more time by a failure of who had little, and asks once for all of those', async () => {
    const { waiting, recalled } = byHand();
    const hurried = recalled('user.get', { id: '1' }, 1_000);
    const patient = [1, 2, 3].map(() => recalled('user.get', { id: '1' }, 10_000));
    waiting[0]?.(failure('bookings.busy'));
    expect(await hurried).toMatchObject({ failure: { code: 'bookings.busy' } });
    while (waiting.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    waiting[1]?.(success({}) as Answered<unknown>);
    expect(await Promise.all(patient)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
    expect(waiting).toHaveLength(2);
  });

  it('does not ask again for those whose deadline was the same', async () => {
    const { waiting, recalled } = byHand();
    const all = [1, 2, 3].map(() => recalled('user.get', { id: '1' }, 10_000));
    waiting[0]?.(failure('bookings.broken'));
    expect(new Set((await Promise.all(all)).map(({ ok }) => ok))).toEqual(new Set([false]));
    expect(waiting).toHaveLength(1);
  });

  it('asks nothing for who has no time left', async () => {
    const { made, call } = counted();
    expect(await recalling(call)('user.get', { id: '1' }, 0)).toMatchObject({ failure: { code: 'bookings.timeout' } });
    expect(made).toEqual([]);
  });
});

describe('an answer is remembered', () => {
  it('for five minutes as the server’s own', async () => {
    const { world, made, recalled } = timed();
    await recalled('user.get', { id: '1' });
    world.clock = 5 * minute;
    world.trouble = 'bookings.unreachable';
    expect(await recalled('user.get', { id: '1' })).toEqual({ ok: true, value: { displayName: 'Oskar' } });
    expect(made).toHaveLength(1);
    world.trouble = undefined;
    world.clock = 5 * minute + 1;
    await recalled('user.get', { id: '1' });
    await recalled('user.get', { id: '2' });
    expect(made).toHaveLength(3);
  });

  it.each<FailureCode>(['bookings.unreachable', 'bookings.timeout', 'bookings.broken', 'bookings.busy', 'bookings.portal'])(
    'for a day in place of a server that is away (%s), with its age',
    async (trouble) => {
      const { world, made, recalled } = timed();
      await recalled('building.get', { id: '1' });
      const at = world.clock;
      world.trouble = trouble;
      world.clock = 3 * 60 * minute;
      expect(await recalled('building.get', { id: '1' })).toEqual({
        ok: true,
        value: { displayName: 'Oskar' },
        age: world.clock - at,
      });
      expect(made).toHaveLength(2);
      world.clock = day + 1;
      expect(await recalled('building.get', { id: '1' })).toEqual({ ok: false, failure: { code: trouble } });
    },
  );

  it.each<FailureCode>(['bookings.unauthorized', 'bookings.forbidden', 'bookings.notFound', 'bookings.tls', 'bookings.unreadable'])(
    'but %s is told as it is',
    async (trouble) => {
      const { world, recalled } = timed();
      await recalled('building.get', { id: '1' });
      world.clock = 6 * minute;
      world.trouble = trouble;
      expect(await recalled('building.get', { id: '1' })).toEqual({ ok: false, failure: { code: trouble } });
    },
  );

  it('no longer once the server says that it is gone', async () => {
    const { world, recalled } = timed();
    await recalled('building.get', { id: '1' });
    world.clock = 6 * minute;
    for (const trouble of ['bookings.notFound', 'bookings.unreachable'] as const) {
      world.trouble = trouble;
      expect(await recalled('building.get', { id: '1' })).toMatchObject({ failure: { code: trouble } });
    }
  });

  it('but not for who wants to know whether the server is there now', async () => {
    const { world, made, recalled } = timed();
    await recalled('system.information', {});
    world.clock = 1;
    world.trouble = 'bookings.broken';
    expect(await recalled('system.information', {})).toMatchObject({ ok: true, age: 1 });
    expect(made).toHaveLength(2);
  });

  it('not for failures', async () => {
    const { world, made, recalled } = timed();
    world.trouble = 'bookings.broken';
    expect(await recalled('building.get', { id: '1' })).toMatchObject({ ok: false });
    world.trouble = undefined;
    expect(await recalled('building.get', { id: '1' })).toMatchObject({ ok: true });
    expect(made).toHaveLength(2);
  });

  it('for places, hosts and services only: never for what is a visitor’s, nor a door code', async () => {
    const remembered: string[] = [];
    for (const key of operationKeys) {
      const { made, call } = counted();
      const recalled = any(recalling(call));
      await recalled(key, { id: '1' });
      await recalled(key, { id: '1' });
      if (made.length === 1) remembered.push(key);
    }
    expect(remembered.toSorted()).toEqual([
      'bookableResource.get',
      'bookableResource.search',
      'building.get',
      'building.search',
      'serviceItem.get',
      'serviceItem.search',
      'user.get',
      'user.search',
    ]);
  });
});
