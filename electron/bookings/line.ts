/** Who wants to go: until when it waits (monotonic milliseconds), and whether a visitor waits for it. */
interface Wish {
  readonly until: number;
  readonly isBackground: boolean;
}

/** The places on the wire, and the line before them. */
export interface Line {
  /** Waits for a place; undefined: none came in time. Whoever has one gives it back once. */
  enter(wish: Wish): Promise<(() => void) | undefined>;
  running(): number;
  waiting(): number;
  /** Sends everybody in line away. */
  close(): void;
}

interface Waiter extends Wish {
  readonly go: (leave: (() => void) | undefined) => void;
}

/**
 * At most `most()` at once; it may change while calls run. Whom a visitor waits for goes first, and what goes on in the background
 * takes at most half of the places, so that a visitor always finds one.
 */
export function createLine({ most, clock }: { most: () => number; clock: () => number }): Line {
  const visitors: Waiter[] = [];
  const background: Waiter[] = [];
  const running = { visitors: 0, background: 0 };
  const all = () => running.visitors + running.background;

  function start(waiter: Waiter): void {
    const lane = waiter.isBackground ? 'background' : 'visitors';
    running[lane] += 1;
    waiter.go(() => {
      running[lane] -= 1;
      advance();
    });
  }

  function advance(): void {
    for (;;) {
      if (all() >= most()) return;
      const half = Math.max(1, Math.floor(most() / 2));
      const next = visitors.shift() ?? (running.background < half ? background.shift() : undefined);
      if (!next) return;
      start(next);
    }
  }

  function leaveLine(waiter: Waiter): void {
    const lane = waiter.isBackground ? background : visitors;
    const place = lane.indexOf(waiter);
    if (place >= 0) lane.splice(place, 1);
    waiter.go(undefined);
  }

  return {
    enter: ({ until, isBackground }) =>
      new Promise((resolve) => {
        const left = until - clock();
        if (left <= 0) return resolve(undefined);
        const timer = setTimeout(() => leaveLine(waiter), left);
        const waiter: Waiter = {
          until,
          isBackground,
          go: (leave) => {
            clearTimeout(timer);
            resolve(leave);
          },
        };
        (isBackground ? background : visitors).push(waiter);
        advance();
      }),
    running: all,
    waiting: () => visitors.length + background.length,
    close: () => {
      for (const waiter of [...visitors, ...background]) leaveLine(waiter);
    },
  };
}
