import type { PowerMonitor } from 'electron';
import type { Served } from '../gate.ts';

/** Tells the app that the machine has slept (rule CLK-4). Electron's monitor may be used once the app is ready. */
export function tellResume(powerMonitor: Pick<PowerMonitor, 'on'>, served: Pick<Served, 'resumed'>): void {
  powerMonitor.on('resume', () => served.resumed?.());
}
