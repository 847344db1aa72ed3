import type { Result } from '../contract/failure.ts';
import type { Bookings } from '../core/ports.ts';
import type { Log } from '../log/log.ts';
import type { Clock } from './clock.ts';
import type { SiteNews } from './lobby.ts';

/** About how long to wait before the server is asked again for what it did not tell, and for what may change (milliseconds). */
const retryMs = 60_000;
const refreshMs = 10 * 60_000;

/**
 * Asks the server who it is until it has answered, and now and again for what of `services` (ids of its service items) it offers; tells
 * what it hears. It is never waited for: a kiosk starts without its server. The answer stops the asking.
 */
export function watchSite(parts: {
  bookings: Pick<Bookings, 'systemInformation' | 'services'>;
  services: readonly string[];
  clock: Clock;
  log: Log;
  /** From 0 up to 1: a tenth more or less, so that kiosks that were started together do not ask together (rule API-9). */
  chance?: () => number;
  tell: (news: SiteNews) => void;
}): () => void {
  const { bookings, services, clock, log, chance = Math.random, tell } = parts;
  const stops: (() => void)[] = [];
  const repeat = <T>(ask: () => Promise<Result<T>>, hear: (value: T) => void, refresh: number | undefined) => {
    let cancel = () => {};
    let stopped = false;
    stops.push(() => {
      stopped = true;
      cancel();
    });
    let told: string | undefined;
    const again = async () => {
      const answer = await ask();
      if (stopped) return;
      const outcome = answer.ok
        ? { ok: true }
        : { ok: false, failure: answer.failure.code, operation: answer.failure.operation, field: answer.failure.field };
      // Said when it changes: a server that is away for a night is one line.
      if (JSON.stringify(outcome) !== told) log.log('serverChecked', outcome);
      told = JSON.stringify(outcome);
      if (answer.ok) hear(answer.value);
      const wait = answer.ok ? refresh : retryMs;
      if (wait !== undefined) cancel = clock.after(wait * (0.9 + chance() / 5), () => void again());
    };
    void again();
  };
  repeat(
    () => bookings.systemInformation(),
    ({ clientName }) => clientName && tell({ site: clientName }),
    undefined,
  );
  if (services.length > 0) {
    repeat(
      () => bookings.services(services),
      (offered) => tell({ services: offered }),
      refreshMs,
    );
  }
  return () => {
    for (const stop of stops) stop();
  };
}
