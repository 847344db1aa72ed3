import type { Result } from '../../contract/failure.ts';
import type { Administration } from '../../core/administration.ts';
import type { Door } from '../../core/ports.ts';
import type { PrintContent } from '../../core/visit.ts';
import type { Exports } from '../../settings/exports.ts';
import type { OutOfOrder } from '../../settings/out-of-order.ts';
import type { HealthPort } from '../health.ts';

/** What the page of the kiosk is made of. */
export interface Office {
  readonly administration: Administration;
  readonly health: HealthPort;
  readonly exports: Exports;
  /** The lobby's switch; absent: there is no lobby here. What it does is shown at once, everywhere. */
  readonly outOfOrder?: OutOfOrder;
  /** Opens to administrators alone. */
  readonly adminDoor: Door;
  /** Draws a badge as it would be printed, as PNG; nothing goes to a printer. */
  drawBadge(content: PrintContent): Result<Uint8Array>;
  /** Makes the connection report; undefined: there is no token that may be sent. Ends within two minutes. */
  check(): Promise<{ readonly works: boolean; readonly text: string } | undefined>;
}
