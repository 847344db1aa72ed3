import { relationToDays } from './day.ts';
import type { Visit } from './visit.ts';

/**
 * Which of several visits or badges under one code is meant: one of today (running now, else the next one of the day, else the last), else
 * the next of a later day, else the latest of an earlier one. Undefined for none. `now`: ISO 8601 with the kiosk's offset.
 */
export function chooseByDay<T extends { readonly period: Visit['period'] }>(rows: readonly T[], now: string): T | undefined {
  const at = Date.parse(now);
  const byStart = rows.toSorted((a, b) => Date.parse(a.period.from) - Date.parse(b.period.from));
  const on = (relation: string) => byStart.filter(({ period }) => relationToDays(period, now) === relation);
  const today = on('within');
  return (
    today.find(({ period }) => Date.parse(period.from) <= at && at <= Date.parse(period.to)) ??
    today.find(({ period }) => Date.parse(period.from) > at) ??
    today.at(-1) ??
    on('before')[0] ??
    on('after').at(-1)
  );
}
