import type { FailureCode } from '../contract/failure.ts';

/** What an answer's status means for a letter: its receiver has it; not now; or not as it is. */
export type StatusOutcome = { readonly outcome: 'sent' } | { readonly outcome: 'later' | 'dead'; readonly code: FailureCode };

// One line for each status with a meaning of its own (rule API-4; https://www.rfc-editor.org/rfc/rfc9110#section-15).
const exact: Readonly<Partial<Record<number, StatusOutcome>>> = {
  408: { outcome: 'later', code: 'handOver.timeout' },
  // The receiver has an event of this key.
  409: { outcome: 'sent' },
  // "Too Early": the same request may be sent again (https://www.rfc-editor.org/rfc/rfc8470#section-5.2).
  425: { outcome: 'later', code: 'handOver.busy' },
  429: { outcome: 'later', code: 'handOver.busy' },
};

/** The one table from status to outcome; all others go by their hundred. Nothing is given up because a server said no (rule API-5). */
export function outcomeOf(status: number): StatusOutcome {
  const own = exact[status];
  if (own) return own;
  if (status >= 200 && status < 300) return { outcome: 'sent' };
  // Not followed: what is handed on goes to the address that the installer set, and to no other.
  if (status >= 300 && status < 400) return { outcome: 'later', code: 'handOver.redirected' };
  if (status >= 400 && status < 500) return { outcome: 'dead', code: 'handOver.refused' };
  return { outcome: 'later', code: 'handOver.broken' };
}
