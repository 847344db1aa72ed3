import type { Administration } from './core/administration.ts';
import { type HealthPort, openHealth } from './effects/health.ts';
import { openAdministration } from './settings/administration.ts';
import { createExports, type Exports } from './settings/exports.ts';
import { type OutOfOrder, openOutOfOrder } from './settings/out-of-order.ts';
import { version } from './version.ts';

/** What an administrator's pages of the desk are made of. */
export interface BackOffice {
  readonly administration: Administration;
  readonly health: HealthPort;
  readonly outOfOrder: OutOfOrder;
  readonly exports: Exports;
}

type AdministrationParts = Parameters<typeof openAdministration>[0];
type HealthParts = Parameters<typeof openHealth>[0];

/** Builds it, for the data folder of a run. */
export function openBackOffice(
  parts: AdministrationParts & Omit<HealthParts, 'version' | 'settings' | 'administration' | 'outOfOrder' | 'exports'>,
): BackOffice {
  const { settings } = parts.effective;
  const { home, platform } = parts.given.surroundings;
  const administration = openAdministration(parts);
  const outOfOrder = openOutOfOrder(settings.data);
  const config = parts.given.environment['XDG_CONFIG_HOME'];
  const exports = createExports({ home, data: settings.data, platform, config });
  return {
    administration,
    outOfOrder,
    exports,
    health: openHealth({ ...parts, version, settings, administration, outOfOrder, exports }),
  };
}
