import { type Checked, fits, wrong } from './settings.ts';
import type { Given } from './sources.ts';

/** A whole number within bounds, or what is usual where nothing is given. */
export function numberOf<T extends number | undefined>(
  given: Given | undefined,
  { least, most, usual }: { readonly least: number; readonly most: number; readonly usual: T },
): Checked<number | T> {
  if (!given) return fits(usual);
  const value = /^\d{1,6}$/.test(given.value) ? Number(given.value) : Number.NaN;
  return value >= least && value <= most ? fits(value) : wrong(given.name, `must be a whole number from ${least} to ${most}`);
}
