import type { HealthShown } from '../../contract/desk-kiosk.ts';
import type { Health } from '../../core/health.ts';
import type { Clock } from '../clock.ts';
import type { HealthPort } from '../health.ts';

/** How the kiosk was when it was looked at last. */
export interface HealthWatch {
  current(): HealthShown | undefined;
  /** Looks again, unless it does already. */
  look(): void;
  stop(): void;
}

/** How often it is looked at while somebody looks at it (ms). */
const everyMs = 15_000;
/** As many events of the log cross; a report has more of them. */
const mostEvents = 60;

/** Looks at once, and again every 15 s until it is stopped. `seen`: there is something new to show; `bug`: an exception, which is one. */
export function watchHealth(parts: {
  readonly health: Pick<HealthPort, 'look'>;
  readonly clock: Pick<Clock, 'after'>;
  readonly seen: () => void;
  readonly bug: () => void;
}): HealthWatch {
  const { health, clock, seen, bug } = parts;
  let current: HealthShown | undefined;
  let cancel = () => {};
  let isLooking = false;
  let isStopped = false;

  function look(): void {
    if (isLooking || isStopped) return;
    isLooking = true;
    cancel();
    health
      .look()
      .then((found) => {
        current = healthShown(found);
      }, bug)
      .finally(() => {
        isLooking = false;
        if (isStopped) return;
        cancel = clock.after(everyMs, look);
        seen();
      });
  }

  look();
  return {
    current: () => current,
    look,
    stop: () => {
      isStopped = true;
      cancel();
    },
  };
}

/** Without what the desk shows on every page. */
function healthShown(health: Health): HealthShown {
  const { at, version, host, platform, isDemo, uptimeSeconds, handOver, journal, disk, camera } = health;
  const { signedOut, skewMilliseconds, findings, system } = health.server;
  const counted = Object.entries(findings).filter(([, count]) => count > 0);
  return {
    ...{ at, version, host, platform, isDemo, uptimeSeconds },
    server: {
      signedOut,
      ...(system?.name !== undefined && { name: system.name }),
      ...(system?.version !== undefined && { version: system.version }),
      ...(system?.environment !== undefined && { environment: system.environment }),
      ...(system?.clientName !== undefined && { clientName: system.clientName }),
      ...(skewMilliseconds !== undefined && { skewMilliseconds }),
      findings: counted.map(([kind, count]) => ({ kind, count })),
    },
    // An outbox counts more than these.
    handOver: handOver.map(({ to, sent, waiting, dead }) => ({ to, sent, waiting, dead })),
    journal: { bytes: journal.bytes, ...(journal.chain && { chain: journal.chain }) },
    ...(disk && { disk }),
    ...(camera !== undefined && { camera }),
    settingsNotes: [...health.settingsNotes],
    log: health.log.slice(-mostEvents),
  };
}
