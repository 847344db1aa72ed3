import type { Steps } from '../core/backoff.ts';

/** Between two tries of one read: short, for a visitor waits. */
export const repeatSteps: Steps = { first: 400, most: 2_000 };
/** Between two tries of an open circuit. */
export const circuitSteps: Steps = { first: 2_000, most: 30_000 };
/** Between two looks at a token that is not taken: never below 15 s. */
export const signInSteps: Steps = { first: 30_000, most: 300_000 };

/** The longest that a server may ask to be left alone (milliseconds); what asks for more is believed this far. */
export const longestRetryAfter = 60_000;

/**
 * What `Retry-After` asks for (milliseconds from now): seconds, or an HTTP date, which is read against the answer's own `Date` where
 * there is one, for the server's clock may be off. At most a minute; undefined for what is neither
 * (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3).
 */
export function retryAfterOf(value: string | undefined, date: string | undefined, wall: number): number | undefined {
  const text = value?.trim() ?? '';
  const asked = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : httpDate(text) - (httpDate(date) || wall);
  return Number.isNaN(asked) ? undefined : Math.min(longestRetryAfter, Math.max(0, asked));
}

/** `asked` and up to a quarter of it more by chance: never sooner than asked for, and not everybody at once. */
export const spreadOut = (asked: number, chance: number): number => asked * (1 + chance / 4);

/** An HTTP date (milliseconds since 1970), or NaN. Only the form that is sent today is read: Date.parse takes nearly anything. */
export const httpDate = (text: string | undefined): number =>
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text ?? '')
    ? Date.parse(text ?? '')
    : Number.NaN;
