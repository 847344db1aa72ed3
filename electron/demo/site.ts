import type { Settings } from '../settings/settings.ts';
import { demoBuilding, demoResource, demoServices } from './codes.ts';

/** What the demo's site makes use of, where the installer set nothing else. */
const demoSite = {
  building: demoBuilding,
  resource: demoResource,
  kiosk: 'Lobby kiosk',
  doorCode: 'both',
} as const satisfies Partial<Settings>;

/** The settings as they hold for the demo: what is not set is the demo's own. It offers services, unless others are set. */
export const onDemo = (settings: Settings): Settings => ({
  ...demoSite,
  ...settings,
  services: settings.services.length > 0 ? settings.services : demoServices,
});
