import { describe, expect, it } from 'vitest';
import type { Call } from '../../electron/bookings/call.ts';
import { recalling } from '../../electron/bookings/recall.ts';
import { failure, type Result, success } from '../../electron/contract/failure.ts';

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

describe('asking once', () => {
  it('is what identical reads in flight do, whatever they read', async () => {
    const { made, call } = counted();
    const recalled = recalling(call);
    const search = () => recalled('visitorManagement.search', { registrationCode: 'FJUEIW' });
    const answers = await Promise.all([
      search(),
      search(),
      search(),
      recalled('visitorManagement.search', { registrationCode: 'OTHER2' }),
    ]);
    expect(made).toHaveLength(2);
    expect(new Set(answers.slice(0, 3)).size).toBe(1);
    await search();
    expect(made).toHaveLength(3);
  });

  it('lasts for hosts and places, and no longer than it should', async () => {
    let clock = 0;
    const { made, call } = counted();
    const recalled = recalling(call, { keepMilliseconds: 1_000, clock: () => clock });
    await recalled('user.get', { id: '1' });
    clock = 999;
    expect(await recalled('user.get', { id: '1' })).toMatchObject({ ok: true });
    expect(made).toHaveLength(1);
    clock = 1_001;
    await recalled('user.get', { id: '1' });
    await recalled('building.get', { id: '1' });
    expect(made).toHaveLength(3);
  });

  it('does not last for failures', async () => {
    let works = false;
    const { made, call } = counted(() => (works ? success({}) : failure('bookings.broken')));
    const recalled = recalling(call);
    expect(await recalled('building.get', { id: '1' })).toMatchObject({ ok: false });
    works = true;
    expect(await recalled('building.get', { id: '1' })).toMatchObject({ ok: true });
    expect(made).toHaveLength(2);
  });

  it('never lasts for visits', async () => {
    const { made, call } = counted();
    const recalled = recalling(call);
    for (const key of ['visitorManagement.get', 'visitorManagement.get'] as const) await recalled(key, { id: '1' });
    expect(made).toHaveLength(2);
  });

  it('does not grow without bound: the oldest goes', async () => {
    const { made, call } = counted();
    const recalled = recalling(call, { most: 2 });
    for (const id of ['1', '2', '3', '3', '1']) await recalled('user.get', { id });
    expect(made.map((name) => name.slice(-3, -2))).toEqual(['1', '2', '3', '1']);
  });
});
