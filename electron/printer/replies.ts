import type { Line } from './line.ts';

/** Cuts what a printer says into replies, however the packets fall. `push` answers those that are complete now. */
export interface ReplyReader<Reply> {
  push(bytes: Uint8Array): Reply[];
}

/** The replies on one line, in the order in which they came. */
export interface Replies<Reply> {
  /** The next reply, or undefined when none came in `wait` milliseconds or the line ended. */
  next(wait: number): Promise<Reply | undefined>;
  /** Forgets the replies that have come and nobody has taken yet; answers whether there were any. */
  forget(): Promise<boolean>;
  /** Forgets what comes until the line has been quiet for `pause` milliseconds, for `most` at the longest. */
  settle(pause: number, most: number): Promise<void>;
}

/** What an answer takes on its way in the same building, in milliseconds, amply. */
export const roundTrip = 20;

/** Reads the replies of a line, which nobody else may listen to. */
export function repliesOn<Reply>(line: Line, reader: ReplyReader<Reply>): Replies<Reply> {
  const replies: Reply[] = [];
  return {
    next: async (wait) => {
      for (const end = performance.now() + wait; replies.length === 0; ) {
        const bytes = await line.hear(Math.max(0, end - performance.now()));
        if (bytes === undefined) break;
        replies.push(...reader.push(bytes));
      }
      return replies.shift();
    },
    forget: async () => {
      const bytes = await line.hear(0);
      if (bytes) replies.push(...reader.push(bytes));
      return replies.splice(0).length > 0;
    },
    settle: async (pause, most) => {
      for (const end = performance.now() + most; performance.now() < end; ) {
        const bytes = await line.hear(pause);
        if (bytes === undefined) break;
        reader.push(bytes);
      }
      replies.splice(0);
    },
  };
}
