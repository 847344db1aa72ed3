// Loaded before Foyer where a step comes only after half an hour: both of its clocks, and its timers, go a thousand times as fast.
import { performance } from 'node:perf_hooks';

const faster = 1_000;
const now = performance.now.bind(performance);
const [begun, begunWall] = [now(), Date.now()];
const passed = () => (now() - begun) * faster;
const wall = () => begunWall + passed();

performance.now = () => begun + passed();
globalThis.Date = new Proxy(Date, {
  construct: (target, words) => Reflect.construct(target, words.length === 0 ? [wall()] : words),
  get: (target, name) => (name === 'now' ? wall : Reflect.get(target, name)),
});
globalThis.setTimeout = new Proxy(setTimeout, {
  apply: (target, self, [callback, milliseconds = 0, ...words]) =>
    Reflect.apply(target, self, [callback, milliseconds / faster, ...words]),
});
