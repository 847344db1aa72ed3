import { momentOf } from '../contract/moment.ts';
import { textIn } from './localized.ts';
import type { Circumstances } from './scene.ts';
import type { PrintContent, PrintKind, Visit } from './visit.ts';

const dateFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const timeFormat = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/**
 * What is printed of a visit. `times`: the moments to print, ISO 8601 with offset, in order (check-in; or check-in and check-out);
 * a missing one is a dash. The language is English: a badge is read by the people of the building.
 */
export function printContent(
  kind: PrintKind,
  visit: Visit,
  times: readonly (string | undefined)[],
  { site, doorCode }: { readonly site?: string | undefined; readonly doorCode?: string | undefined },
): PrintContent {
  const { visitor, host, code, place } = visit;
  const last = times.findLast((time) => time !== undefined);
  const where = [place.building, place.floor, place.room]
    .map((text) => textIn(text, 'en'))
    .filter(Boolean)
    .join(' · ');
  return {
    kind,
    visitor: visitor.name,
    ...(visitor.company && { company: visitor.company }),
    ...(host && { host }),
    date: formatted(last, dateFormat),
    time: times.map((time) => formatted(time, timeFormat)).join(' – '),
    ...(where && { place: where }),
    ...(doorCode && { doorCode }),
    ...(site && { site }),
    code,
  };
}

/** Whether the code of a room's door is told on the badge, where the site has it told at all. */
export const isOnBadge = (told: Circumstances['doorCode']): boolean => told === 'badge' || told === 'both';

function formatted(iso: string | undefined, format: Intl.DateTimeFormat): string {
  const moment = iso === undefined ? undefined : momentOf(iso);
  return moment ? format.format(moment.clock) : '–';
}
