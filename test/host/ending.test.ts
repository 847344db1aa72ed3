import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createEnding, endOnSignals } from '../../electron/host/ending.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('stops once, however often it is asked, and exits with 0', async () => {
  const stop = vi.fn(async () => {});
  const exit = vi.fn();
  const end = createEnding(stop, exit);
  end();
  end();
  await vi.runAllTimersAsync();
  expect(stop).toHaveBeenCalledTimes(1);
  expect(exit.mock.calls).toEqual([[0]]);
});

it('exits with 1 when the stop fails', async () => {
  const exit = vi.fn();
  createEnding(() => Promise.reject(new Error('disk')), exit)();
  await vi.advanceTimersByTimeAsync(0);
  expect(exit).toHaveBeenCalledWith(1);
});

it('exits within 2 s when the stop hangs', async () => {
  const exit = vi.fn();
  createEnding(() => new Promise(() => {}), exit)();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(exit).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(999);
  expect(exit.mock.calls).toEqual([[1]]);
});

it('hears SIGTERM, Ctrl-C and a closed terminal', () => {
  const end = vi.fn();
  const on = vi.spyOn(process, 'on').mockReturnValue(process);
  endOnSignals(end);
  expect(on.mock.calls).toEqual([
    ['SIGTERM', end],
    ['SIGINT', end],
    ['SIGHUP', end],
  ]);
  on.mockRestore();
});
