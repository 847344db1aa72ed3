/** A moment as its own place's clock shows it: `clock` is a Date whose UTC fields are the local ones (format it with `timeZone: 'UTC'`). */
export interface Moment {
  readonly epoch: number;
  readonly offsetMinutes: number;
  readonly clock: Date;
}

/**
 * Reads ISO 8601 with an offset ("2026-11-22T09:00:00+08:00"); undefined when it is not that. Offsets as time zones are not in
 * every Intl that Foyer runs on, hence the shifted clock.
 */
export function momentOf(iso: string): Moment | undefined {
  const match = /(Z|[+-]\d{2}:?\d{2})$/i.exec(iso);
  const epoch = Date.parse(iso);
  if (!match?.[1] || Number.isNaN(epoch)) return undefined;
  const offsetMinutes = offsetOf(match[1]);
  return { epoch, offsetMinutes, clock: new Date(epoch + offsetMinutes * 60_000) };
}

/** The same instant on the clock of a place with another offset. */
export const movedTo = (moment: Moment, offsetMinutes: number): Moment => ({
  epoch: moment.epoch,
  offsetMinutes,
  clock: new Date(moment.epoch + offsetMinutes * 60_000),
});

function offsetOf(text: string): number {
  if (/^z$/i.test(text)) return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return text.startsWith('-') ? -minutes : minutes;
}

/** A date as ISO 8601 with the machine's offset at that date ("2026-11-22T09:30:00.000+08:00"). */
export const isoWithOffset = (date: Date): string => isoAt(date.getTime(), -date.getTimezoneOffset());

/** The same instant as another's, on that one's clock: people compare two times by what they read. What is no ISO 8601 with offset stays as it is. */
export function onClockOf(iso: string, other: string): string {
  const moment = momentOf(iso);
  const place = momentOf(other);
  return moment && place && moment.offsetMinutes !== place.offsetMinutes ? isoAt(moment.epoch, place.offsetMinutes) : iso;
}

/** An instant (milliseconds since 1970) on a clock so many minutes east of Greenwich, as ISO 8601 to the millisecond. */
export function isoAt(epoch: number, minutes: number): string {
  const local = new Date(epoch + minutes * 60_000).toISOString().slice(0, -1);
  const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0');
  const rest = String(Math.abs(minutes) % 60).padStart(2, '0');
  return `${local}${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
}
