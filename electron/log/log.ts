import { type EventName, events, type Fields, levelOf } from './events.ts';
import { lineOf } from './line.ts';
import { rotatingLines } from './rotating.ts';

/** What happened, for the people who keep the kiosk running; nothing of a visitor is in it. */
export interface Log {
  /** Adds one event. Never throws and never waits for anything but the disk. */
  log<E extends EventName>(event: E, fields: Fields<E>): void;
  close(): void;
}

/**
 * A log of one JSON object a line: `at` (UTC), `sequence` (grows by one with each event of a run, whatever the clock does), `level`,
 * `event` and the event's own fields. Three files of 1 MB at most. Fields that an event does not have, which the types already
 * refuse, are not written: the line then says `refused`.
 */
export function createLog(options: { file: string; now?: () => Date }): Log {
  const now = options.now ?? (() => new Date());
  const lines = rotatingLines(options.file);
  let sequence = 0;
  return {
    log: (event, fields) => {
      sequence += 1;
      const known = Object.hasOwn(events, event);
      const parsed = known ? events[event].safeParse(fields) : undefined;
      const told = parsed?.success ? parsed.data : { refused: true };
      const head = { at: utc(now()), sequence, level: known ? levelOf(event, told) : 'error', event: known ? event : 'refused' };
      lines.write(lineOf(head, told));
    },
    close: () => lines.close(),
  };
}

const utc = (time: Date): string => (Number.isNaN(time.getTime()) ? 'unknown' : time.toISOString());
