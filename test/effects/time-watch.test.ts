import { describe, expect, it, onTestFinished } from 'vitest';
import { machineClock } from '../../electron/effects/clock.ts';
import { watchTime } from '../../electron/effects/time-watch.ts';
import type { Log } from '../../electron/log/log.ts';

const begins = Date.parse('2026-10-25T00:30:00Z');

/** A machine whose three clocks the test moves: `pass` lets time go by on all of them, and what is due happen. */
function watched() {
  const at = { monotonic: 0, wall: begins, boot: 7_000_000 };
  let offset = '+02:00';
  let waiting: { at: number; callback: () => void }[] = [];
  const lines: object[] = [];
  let resumed = 0;
  let sleeps = 0;
  const log: Log = { log: (event, fields) => lines.push({ event, ...fields }), close: () => {} };
  const wall = () => {
    const minutes = offset === '+02:00' ? 120 : 60;
    return `${new Date(at.wall + minutes * 60_000).toISOString().slice(0, -1)}${offset}`;
  };
  const clock = {
    now: () => at.monotonic,
    wall,
    after: (milliseconds: number, callback: () => void) => {
      const entry = { at: at.monotonic + milliseconds, callback };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((each) => each !== entry);
      };
    },
  };
  const watch = watchTime({
    clock,
    log,
    sinceBoot: () => at.boot,
    resumed: (slept) => {
      resumed += 1;
      sleeps += slept ? 1 : 0;
    },
  });
  const move = (change: Partial<typeof at>) => {
    for (const key of ['monotonic', 'wall', 'boot'] as const) at[key] += change[key] ?? 0;
    const due = waiting.filter((each) => each.at <= at.monotonic);
    waiting = waiting.filter((each) => each.at > at.monotonic);
    for (const { callback } of due) callback();
  };
  const pass = (milliseconds: number) => {
    for (let passed = 0; passed < milliseconds; passed += 500) move({ monotonic: 500, wall: 500, boot: 500 });
  };
  return {
    at,
    watch,
    move,
    pass,
    lines,
    resumed: () => resumed,
    sleeps: () => sleeps,
    waiting: () => waiting.length,
    setOffset: (to: string) => (offset = to),
  };
}

const day = 24 * 60 * 60_000;

describe('the watch over the clocks', () => {
  it('CLK-1 says nothing while they go together, in a whole day, nor at a change from summer time', () => {
    const { pass, lines, setOffset, resumed } = watched();
    pass(30 * 60_000);
    setOffset('+01:00');
    pass(60 * 60_000);
    expect(lines).toEqual([]);
    expect(resumed()).toBe(0);
  });

  it.each([
    ['a day on', day, 86_400, 1],
    ['a day back', -day, -86_400, 0],
    ['to 1970', -begins, -begins / 1_000, 0],
    ['by six seconds', 6_000, 6, 1],
  ])('CLK-1 says once that the wall clock was set %s', (_name, by, seconds, resumed) => {
    const one = watched();
    one.pass(12_000);
    one.move({ wall: by });
    one.pass(60_000);
    expect(one.lines).toEqual([{ event: 'clockMoved', seconds: expect.closeTo(seconds, -1), slept: false }]);
    expect(one.resumed()).toBe(resumed);
    expect(one.sleeps()).toBe(0);
  });

  it('CLK-1 a clock that is put right by a second, or drifts, is not worth a line', () => {
    const { pass, move, lines } = watched();
    for (let hour = 0; hour < 24; hour += 1) {
      move({ wall: 1_000 });
      pass(20_000);
    }
    expect(lines).toEqual([]);
  });

  it('CLK-4 notices a sleep on Linux, where the monotonic clock stood still', () => {
    const { pass, move, lines, resumed, sleeps } = watched();
    pass(10_000);
    move({ wall: 3_600_000, boot: 3_600_000 });
    pass(20_000);
    expect(lines).toEqual([{ event: 'clockMoved', seconds: 3_600, slept: true }]);
    expect(resumed()).toBe(1);
    expect(sleeps()).toBe(1);
  });

  it('CLK-4 notices a sleep where all clocks went on, by a timer that comes late', () => {
    const { pass, move, lines, resumed, sleeps } = watched();
    pass(10_000);
    move({ monotonic: 3_600_000, wall: 3_600_000, boot: 3_600_000 });
    pass(20_000);
    expect(lines).toEqual([{ event: 'clockMoved', seconds: 3_595, slept: true }]);
    expect(resumed()).toBe(1);
    expect(sleeps()).toBe(1);
  });

  it('CLK-4 the host’s word and its own notice of one sleep count once, whichever comes first', () => {
    const first = watched();
    first.move({ wall: 60_000, boot: 60_000 });
    first.watch.woken();
    first.pass(20_000);
    expect(first.lines).toEqual([{ event: 'clockMoved', seconds: 60, slept: true }]);
    expect(first.resumed()).toBe(1);
    const second = watched();
    second.move({ wall: 60_000, boot: 60_000 });
    second.pass(5_000);
    second.watch.woken();
    expect(second.resumed()).toBe(1);
    // The next sleep is another.
    second.pass(60_000);
    second.watch.woken();
    expect(second.resumed()).toBe(2);
  });

  it('leaves no timer when it is stopped, and one however often it looks', () => {
    const { pass, watch, waiting } = watched();
    pass(60_000);
    expect(waiting()).toBe(1);
    watch.stop();
    expect(waiting()).toBe(0);
  });

  it('goes by the machine’s own clocks where nothing else is given', () => {
    const lines: string[] = [];
    const watch = watchTime({
      clock: machineClock,
      log: { log: (event) => lines.push(event), close: () => {} },
      resumed: () => {},
    });
    onTestFinished(() => watch.stop());
    watch.woken();
    expect(lines).toEqual(['clockMoved']);
  });
});
