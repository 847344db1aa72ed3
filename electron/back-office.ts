import { runCheck } from './check/run.ts';
import type { Office } from './effects/desk-pages/office.ts';
import { openHealth } from './effects/health.ts';
import { drawPreview } from './printer/preview.ts';
import { openAdministration } from './settings/administration.ts';
import { isPlaceholder } from './settings/effective.ts';
import { createExports } from './settings/exports.ts';
import { type OutOfOrder, openOutOfOrder } from './settings/out-of-order.ts';
import { openDoor } from './staff/door.ts';
import { version } from './version.ts';

/** What the page of the kiosk at the desk is made of. */
export interface BackOffice extends Office {
  readonly outOfOrder: OutOfOrder;
}

type AdministrationParts = Parameters<typeof openAdministration>[0];
type HealthParts = Parameters<typeof openHealth>[0];

/** Builds it, for the data folder of a run; `assets`: the folder of fonts and badge templates. */
export function openBackOffice(
  parts: AdministrationParts &
    Omit<HealthParts, 'version' | 'settings' | 'administration' | 'outOfOrder' | 'exports'> & { readonly assets: string },
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
    adminDoor: openDoor(settings.data, parts.clock, { onlyAdmins: true }),
    drawBadge: (content) =>
      drawPreview(content, { assets: parts.assets, drawing: settings.drawing, media: settings.printers[0]?.media }),
    check: async () => {
      // A token that was wiped is not sent again (rule TOK-3), and what stands in the place of one is none.
      if (parts.bookings.connection().signedOut || isPlaceholder(settings.server?.token ?? '')) return undefined;
      const { text, exitCode } = await runCheck(settings, { json: false });
      return { works: exitCode === 0, text };
    },
    health: openHealth({ ...parts, version, settings, administration, outOfOrder, exports }),
  };
}
