/** Bytes to a printer and back. Ended for good once either side or the signal ends it. */
export interface Line {
  /** Whether it has ended: nothing more can be sent or heard. */
  readonly ended: boolean;
  /** Hands bytes over and waits until the other side has taken what the machine cannot keep. False: it ended before that. */
  send(bytes: Uint8Array): Promise<boolean>;
  /** What was heard since the last time, at the earliest; undefined when nothing came in `wait` milliseconds or the line ended. */
  hear(wait: number): Promise<Uint8Array | undefined>;
  /**
   * Ends it in order: what was sent still reaches the printer. True once the other side has ended it too, within `wait` milliseconds. After
   * that `late` says what becomes of what the printer has not taken: it may still `come`, or is thrown away (`reset`).
   */
  finish(wait: number, late: 'come' | 'reset'): Promise<boolean>;
  /** Ends it at once. What has not reached the printer is thrown away (a reset), so that it does not come out minutes later. */
  reset(): void;
}

/** What was heard on a line and nobody has taken yet. For those who make lines. */
export interface Heard {
  push(bytes: Uint8Array): void;
  /** Nothing more will be heard; what was is still there to be taken. */
  end(): void;
  hear: Line['hear'];
}

/** An empty `Heard`, for one listener at a time. */
export function createHeard(): Heard {
  let bytes: Uint8Array[] = [];
  let ended = false;
  let wake = () => {};
  return {
    push: (more) => {
      bytes.push(more);
      wake();
    },
    end: () => {
      ended = true;
      wake();
    },
    hear: async (wait) => {
      if (bytes.length === 0 && !ended) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, wait);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = () => {};
      }
      const taken = bytes;
      bytes = [];
      return taken.length > 0 ? Buffer.concat(taken) : undefined;
    },
  };
}
