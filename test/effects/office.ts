import type { Office } from '../../electron/effects/desk-pages/office.ts';
import type { OutOfOrder } from '../../electron/settings/out-of-order.ts';

/** What the page of the kiosk is made of, for tests that never turn to it: whoever does is told so. */
export function noOffice(): Office & { readonly outOfOrder: OutOfOrder } {
  const not = () => {
    throw new Error('nobody looks at the kiosk here');
  };
  return {
    administration: {
      settings: not,
      notes: not,
      change: not,
      export: not,
      import: not,
      restart: not,
      people: not,
      setPin: not,
      removePin: not,
    },
    health: { hear: () => {}, look: not, supportReport: not, writeReport: not },
    exports: { write: not },
    outOfOrder: { isOutOfOrder: () => false, setOutOfOrder: () => true },
    adminDoor: { exists: () => false, isMissing: () => true, knows: () => false, knock: not },
    drawBadge: not,
    check: not,
  };
}
