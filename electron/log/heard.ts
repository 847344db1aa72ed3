import type { EventName, Fields } from './events.ts';
import type { Log } from './log.ts';

/** A log that remembers the last event of some kinds. */
export interface HeardLog extends Log {
  last<E extends HeardEvent>(event: E): Fields<E> | undefined;
}

const heard = ['camera', 'chainChecked'] as const satisfies readonly EventName[];
type HeardEvent = (typeof heard)[number];

/** Remembers what a log was last told of the camera and of the chain, which nobody else keeps. */
export function hearLog(log: Log): HeardLog {
  const last = new Map<EventName, unknown>();
  return {
    log: (event, fields) => {
      if ((heard as readonly EventName[]).includes(event)) last.set(event, fields);
      log.log(event, fields);
    },
    close: () => log.close(),
    last: <E extends HeardEvent>(event: E) => last.get(event) as Fields<E> | undefined,
  };
}
