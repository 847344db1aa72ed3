// Loaded before Foyer where a step comes only after half an hour: its clocks and timers go from one thing that is due to the next, without
// the time between. None comes late, as it would by clocks that merely go faster, and as it does on a machine that slept.
import { performance } from 'node:perf_hooks';

const [begun, begunWall] = [performance.now(), Date.now()];
/** Milliseconds that have passed. */
let passed = 0;
/** @type {Set<Timer>} */
const waiting = new Set();

class Timer {
  /** @param {() => void} callback @param {number} milliseconds */
  constructor(callback, milliseconds) {
    this.callback = callback;
    this.milliseconds = milliseconds;
    this.at = 0;
    this.refresh();
  }

  refresh() {
    this.at = passed + this.milliseconds;
    waiting.add(this);
    return this;
  }

  ref() {
    return this;
  }

  unref() {
    return this;
  }
}

const wall = () => begunWall + passed;
performance.now = () => begun + passed;
globalThis.Date = new Proxy(Date, {
  construct: (target, words) => Reflect.construct(target, words.length === 0 ? [wall()] : words),
  get: (target, name) => (name === 'now' ? wall : Reflect.get(target, name)),
});
globalThis.setTimeout = new Proxy(setTimeout, {
  apply: (_target, _self, [callback, milliseconds = 0, ...words]) => new Timer(() => callback(...words), milliseconds),
});
globalThis.clearTimeout = new Proxy(clearTimeout, {
  apply: (target, self, [timer]) => (timer instanceof Timer ? waiting.delete(timer) : Reflect.apply(target, self, [timer])),
});

setInterval(() => {
  for (let turns = 0; turns < 5; turns += 1) {
    const next = [...waiting].toSorted((a, b) => a.at - b.at)[0];
    if (!next) return;
    waiting.delete(next);
    passed = Math.max(passed, next.at);
    next.callback();
  }
}, 1);
