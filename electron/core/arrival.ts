import { onClockOf } from '../contract/moment.ts';
import { relationToDays } from './day.ts';
import type { Visit } from './visit.ts';

/** What a host is told with: the letter's bytes are this as JSON. `to`: the host's e-mail address, which goes to the mail server and nowhere else. */
export interface Arrival {
  readonly kiosk: string;
  readonly to: string;
  readonly host?: string;
  readonly visitor: string;
  readonly company?: string;
  readonly period: Visit['period'];
  readonly place: Pick<Visit['place'], 'building' | 'floor' | 'room'>;
}

/** How long "is here" is news (milliseconds): a host who hears at five that somebody came at nine is misled. */
const newsMs = 30 * 60_000;
/** A clock that was set back a little does not make an arrival old. */
const aheadMs = 24 * 60 * 60_000;

/**
 * Is it still worth telling? `since`: when the visitor came, as the journal has it at this moment; undefined: the visitor has left, or the visit
 * was closed. Not once its days are over either, nor after half an hour. Times: ISO 8601 with offset.
 */
export function isNews({ period }: Pick<Arrival, 'period'>, since: string | undefined, now: string): boolean {
  if (since === undefined || relationToDays(period, now) === 'after') return false;
  const age = Date.parse(now) - Date.parse(since);
  return age < newsMs && age > -aheadMs;
}

/** When the visitor came, as a clock on the wall shows it ("09:30"): `at` is on the kiosk's own clock, and a correction may be in UTC. */
export const clockTimeOf = (since: string, at: string): string => onClockOf(since, at).slice(11, 16);
