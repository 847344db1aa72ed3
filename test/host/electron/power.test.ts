import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';
import { expect, it, vi } from 'vitest';
import { tellResume } from '../../../electron/host/electron/power.ts';

it('CLK-4 the app is told of each resume, and of nothing else', () => {
  const monitor = new EventEmitter() as unknown as PowerMonitor;
  const resumed = vi.fn();
  tellResume(monitor, { resumed });
  monitor.emit('suspend');
  expect(resumed).not.toHaveBeenCalled();
  monitor.emit('resume');
  monitor.emit('resume');
  expect(resumed.mock.calls).toEqual([[], []]);
});

it('CLK-4 an app that does not want to know is left alone', () => {
  const monitor = new EventEmitter() as unknown as PowerMonitor;
  tellResume(monitor, {});
  expect(() => monitor.emit('resume')).not.toThrow();
});
