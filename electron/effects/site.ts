import type { Bookings } from '../core/ports.ts';
import type { Log } from '../log/log.ts';
import type { Clock } from './clock.ts';

/** How long to wait before the server is asked again for its name (milliseconds). */
const retryMs = 60_000;

/**
 * Asks the server who it is, at once and then every minute until it has answered, and tells the site's name. It is never waited for: a
 * kiosk starts without its server. The answer stops the asking.
 */
export function announceSite(parts: { bookings: Bookings; clock: Clock; log: Log; tell: (site: string) => void }): () => void {
  const { bookings, clock, log, tell } = parts;
  let cancel = () => {};
  let stopped = false;
  const ask = async () => {
    const answer = await bookings.systemInformation();
    if (stopped) return;
    if (answer.ok) log.log('serverChecked', { ok: true });
    else {
      const { code, operation, field } = answer.failure;
      log.log('serverChecked', { ok: false, failure: code, operation, field });
    }
    if (!answer.ok) cancel = clock.after(retryMs, () => void ask());
    else if (answer.value.clientName) tell(answer.value.clientName);
  };
  void ask();
  return () => {
    stopped = true;
    cancel();
  };
}
