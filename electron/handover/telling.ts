import type { EventKind } from '../core/event.ts';
import type { Handed, Receiver } from '../core/outbox.ts';
import type { Log } from '../log/log.ts';

/** What of many letters is worth a line in the log. */
export interface Telling {
  /** `wasAway`: the receiver was left alone as a whole until this letter. */
  came(kind: EventKind, handed: Handed, wasAway: boolean): void;
}

/**
 * Every letter that nobody will take is a line, and of the others what changes: the first that is taken in a run and after the receiver was
 * away, and a failure that is another than the last. An outage of a week is two lines.
 */
export function createTelling(receiver: Receiver, log: Log): Telling {
  let isKnownToWork = false;
  let toldFailure = '';
  return {
    came(kind, handed, wasAway) {
      if (handed.outcome === 'sent') {
        if (isKnownToWork && !wasAway) return;
        isKnownToWork = true;
        toldFailure = '';
        log.log('handOver', { receiver, kind, outcome: 'sent' });
        return;
      }
      const { outcome, status, failure } = handed;
      const failed = `${failure.code} ${status}`;
      if (outcome === 'later' && failed === toldFailure) return;
      if (outcome === 'later') toldFailure = failed;
      log.log('handOver', { receiver, kind, outcome, ...(status !== undefined && { status }), failure: failure.code });
    },
  };
}
