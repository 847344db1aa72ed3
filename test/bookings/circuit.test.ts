import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCircuit, type Tried } from '../../electron/bookings/circuit.ts';
import { failure, success } from '../../electron/contract/failure.ts';

const here: Tried = { result: success(1), server: 'here' };
const away: Tried = { result: failure('bookings.broken'), server: 'away' };
const hurried: Tried = { result: failure('bookings.timeout'), server: 'unclear' };
const refused: Tried = { result: failure('bookings.refused'), server: 'here' };

/** A circuit by a clock of the test's own, without chance: the waits are 2 s, 4 s, 8 s … */
function opened(failures = 5) {
  const time = { now: 1_000 };
  const circuit = createCircuit({ clock: () => time.now, chance: () => 1 });
  let calls = 0;
  const call = (tried: Tried | Promise<Tried>) =>
    circuit.through(async () => {
      calls += 1;
      return tried;
    }, 5_000);
  const fail = async () => {
    for (let made = 0; made < failures; made += 1) await call(away);
  };
  return { time, circuit, call, fail, calls: () => calls };
}
afterEach(() => vi.useRealTimers());

describe('the circuit', () => {
  it('opens after five calls in a row that found the server away, and answers what they answered', async () => {
    const { circuit, call, calls } = opened();
    for (let made = 0; made < 4; made += 1) await call(away);
    expect(circuit.state()).toBe('closed');
    expect(await call(away)).toEqual(failure('bookings.broken'));
    expect(circuit.state()).toBe('open');
    expect(circuit.refusal()).toEqual({ code: 'bookings.broken' });
    expect(await call(here)).toEqual(failure('bookings.broken'));
    expect(calls()).toBe(5);
  });

  it('begins to count anew at an answer, be it a refusal', async () => {
    const { circuit, call } = opened();
    for (let round = 0; round < 3; round += 1) {
      for (let made = 0; made < 4; made += 1) await call(away);
      await call(round === 0 ? here : refused);
    }
    expect(circuit.state()).toBe('closed');
  });

  it('does not count what says nothing of the server', async () => {
    const { circuit, call } = opened();
    for (let made = 0; made < 4; made += 1) await call(away);
    for (let made = 0; made < 10; made += 1) expect(await call(hurried)).toEqual(failure('bookings.timeout'));
    expect(circuit.state()).toBe('closed');
    await call(away);
    expect(circuit.state()).toBe('open');
  });

  it('tries again after a wait that doubles, and closes at an answer', async () => {
    const { time, circuit, call, fail, calls } = opened();
    await fail();
    for (const wait of [2_000, 4_000, 8_000]) {
      time.now += wait - 1;
      const before = calls();
      await call(here);
      expect(calls()).toBe(before);
      time.now += 1;
      await call(away);
      expect(calls()).toBe(before + 1);
      expect(circuit.state()).toBe('open');
    }
    time.now += 16_000;
    expect(await call(here)).toEqual(success(1));
    expect(circuit.state()).toBe('closed');
    await fail();
    time.now += 2_000;
    expect(await call(here)).toEqual(success(1));
  });

  it('lets one call try, and the others wait for what comes of it', async () => {
    const { time, circuit, call, fail, calls } = opened();
    await fail();
    time.now += 2_000;
    let answer = (_tried: Tried) => {};
    const trying = call(new Promise<Tried>((resolve) => (answer = resolve)));
    const others = [call(here), call(here)];
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([circuit.state(), calls()]).toEqual(['halfOpen', 6]);
    answer(here);
    expect(await Promise.all([trying, ...others])).toEqual([success(1), success(1), success(1)]);
    expect(calls()).toBe(8);
  });

  it('refuses who waited for a try that failed, and who has no time to wait', async () => {
    const { time, circuit, call, fail, calls } = opened();
    await fail();
    time.now += 2_000;
    let answer = (_tried: Tried) => {};
    const trying = call(new Promise<Tried>((resolve) => (answer = resolve)));
    const patient = call(here);
    expect(await circuit.through(async () => here, 5)).toEqual(failure('bookings.broken'));
    answer(away);
    expect(await Promise.all([trying, patient])).toEqual([failure('bookings.broken'), failure('bookings.broken')]);
    expect(calls()).toBe(6);
  });

  it('stays open after a try that says nothing', async () => {
    const { time, circuit, call, fail } = opened();
    await fail();
    time.now += 2_000;
    expect(await call(hurried)).toEqual(failure('bookings.timeout'));
    expect(circuit.state()).toBe('open');
  });

  it('waits by the monotonic clock: setting the wall clock back or on changes nothing', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { time, call, fail, calls } = opened();
    await fail();
    vi.setSystemTime(Date.now() + 24 * 60 * 60_000);
    await call(here);
    expect(calls()).toBe(5);
    vi.setSystemTime(Date.now() - 48 * 60 * 60_000);
    time.now += 2_000;
    expect(await call(here)).toEqual(success(1));
  });

  it('lets a bug through as what it is', async () => {
    const { circuit } = opened();
    const bug = new Error('bug');
    await expect(circuit.through(() => Promise.reject(bug), 1_000)).rejects.toBe(bug);
  });
});
