import type { DeskPage } from './page.ts';

/** How the kiosk itself is: what every page hears, in full. */
export function kioskPage(): DeskPage {
  return { read: () => {}, shown: () => ({ kind: 'kiosk' }), carryOut: () => undefined, close: () => {} };
}
