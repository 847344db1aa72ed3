import type { FailureCode } from '../contract/failure.ts';

/**
 * What to do with what an answer's status stands for. `soon`: a read may be repeated within its own deadline, a write by its outbox
 * later; `later`: not before something in between has changed; `signIn`: the token is looked at a second time; `stop`: nothing more
 * is sent of this kind, staff must act; `deadLetter`: kept for staff with its reason, never sent again as it is; `doneIfSame`: already
 * done if it was done with the same key; `split`: smaller, or a dead letter.
 */
type Next = 'done' | 'soon' | 'later' | 'signIn' | 'stop' | 'deadLetter' | 'doneIfSame' | 'split';

/** What a status means: the failure it stands for (none: the answer is good), and what comes next. */
export interface Outcome {
  readonly code?: FailureCode;
  readonly next: Next;
}

// One line for each status with a meaning of its own (rule API-4; https://www.rfc-editor.org/rfc/rfc9110#section-15).
const exact: Readonly<Partial<Record<number, Outcome>>> = {
  401: { code: 'bookings.unauthorized', next: 'signIn' },
  403: { code: 'bookings.forbidden', next: 'stop' },
  404: { code: 'bookings.notFound', next: 'deadLetter' },
  // Asked for by a proxy, not by the server.
  407: { code: 'bookings.portal', next: 'later' },
  408: { code: 'bookings.timeout', next: 'soon' },
  409: { code: 'bookings.refused', next: 'doneIfSame' },
  // Of one thing it means that the thing is gone; that it was said of the token shows a second look alone.
  410: { code: 'bookings.notFound', next: 'stop' },
  413: { code: 'bookings.refused', next: 'split' },
  // "Too Early": the same request may be sent again (https://www.rfc-editor.org/rfc/rfc8470#section-5.2).
  425: { code: 'bookings.busy', next: 'soon' },
  429: { code: 'bookings.busy', next: 'soon' },
  // "Network Authentication Required", made for captive portals (https://www.rfc-editor.org/rfc/rfc6585#section-6).
  511: { code: 'bookings.portal', next: 'later' },
};

/** The one table from status to outcome; all others go by their hundred. */
export function outcomeOf(status: number): Outcome {
  const own = exact[status];
  if (own) return own;
  if (status >= 200 && status < 300) return { next: 'done' };
  if (status >= 300 && status < 400) return { code: 'bookings.portal', next: 'later' };
  if (status >= 400 && status < 500) return { code: 'bookings.refused', next: 'deadLetter' };
  if (status >= 500 && status < 600) return { code: 'bookings.broken', next: 'soon' };
  return { code: 'bookings.unreadable', next: 'deadLetter' };
}
