import type { PrinterAddress } from '../../electron/printer/address.ts';
import { printersOf } from '../../electron/settings/printer.ts';

/** The printers of a `FOYER_PRINTER`, which must be right. */
export function addressesOf(value: string): readonly PrinterAddress[] {
  const checked = printersOf({ name: 'FOYER_PRINTER', value });
  if (!checked.ok) throw new Error(checked.fault.message);
  return checked.value;
}
