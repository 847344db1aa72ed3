import * as z from 'zod';

/**
 * The closed list of what may go wrong. `retry`: may the same thing be tried again by itself; `log`: how loud it is in the log.
 * What a visitor reads is chosen by the screen, what staff read by `words` under `staff.<code>`.
 */
export const failures = {
  'bookings.unreachable': { retry: true, log: 'warn' },
  'bookings.unresolved': { retry: true, log: 'warn' },
  'bookings.timeout': { retry: true, log: 'warn' },
  'bookings.tls': { retry: false, log: 'error' },
  'bookings.portal': { retry: true, log: 'error' },
  'bookings.unauthorized': { retry: false, log: 'error' },
  'bookings.forbidden': { retry: false, log: 'error' },
  'bookings.notFound': { retry: false, log: 'warn' },
  'bookings.refused': { retry: false, log: 'error' },
  'bookings.busy': { retry: true, log: 'warn' },
  'bookings.broken': { retry: true, log: 'warn' },
  'bookings.tooLarge': { retry: false, log: 'error' },
  'bookings.unreadable': { retry: false, log: 'error' },
  'journal.full': { retry: true, log: 'error' },
  'journal.unwritable': { retry: true, log: 'error' },
  'journal.locked': { retry: true, log: 'error' },
  'journal.damaged': { retry: false, log: 'error' },
  'journal.newer': { retry: false, log: 'error' },
  'journal.key': { retry: false, log: 'error' },
  'printer.none': { retry: false, log: 'info' },
  'printer.unreachable': { retry: true, log: 'warn' },
  'printer.silent': { retry: true, log: 'warn' },
  'printer.paperOut': { retry: true, log: 'warn' },
  'printer.coverOpen': { retry: true, log: 'warn' },
  'printer.offline': { retry: true, log: 'warn' },
  'printer.fault': { retry: true, log: 'warn' },
  'printer.cutOff': { retry: false, log: 'error' },
  'printer.media': { retry: true, log: 'warn' },
  'printer.late': { retry: false, log: 'warn' },
  'printer.badge': { retry: false, log: 'error' },
  'handOver.unreachable': { retry: true, log: 'warn' },
  'handOver.timeout': { retry: true, log: 'warn' },
  'handOver.tls': { retry: true, log: 'error' },
  'handOver.busy': { retry: true, log: 'warn' },
  'handOver.broken': { retry: true, log: 'warn' },
  'handOver.redirected': { retry: true, log: 'error' },
  'handOver.refused': { retry: false, log: 'error' },
  'mail.unreachable': { retry: true, log: 'warn' },
  'mail.tls': { retry: true, log: 'error' },
  'mail.auth': { retry: true, log: 'error' },
  'mail.busy': { retry: true, log: 'warn' },
  'mail.refused': { retry: false, log: 'error' },
  'mail.expired': { retry: false, log: 'info' },
  'mail.unsure': { retry: false, log: 'warn' },
  'call.forbidden': { retry: false, log: 'warn' },
  'call.malformed': { retry: false, log: 'warn' },
  'call.busy': { retry: true, log: 'info' },
  bug: { retry: false, log: 'error' },
} as const satisfies Record<string, { retry: boolean; log: 'info' | 'warn' | 'error' }>;

export type FailureCode = keyof typeof failures;

/** A failure as a value. `operation` and `field` name what an answer did not fit; neither ever holds a visitor's data. */
export interface Failure {
  readonly code: FailureCode;
  readonly operation?: string;
  readonly field?: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Wraps a value as a success. */
export const success = <T>(value: T): Result<T> => ({ ok: true, value });

/** Wraps a failure code, with the operation and field it names where there are any. */
export const failure = (code: FailureCode, where: { operation?: string; field?: string } = {}): Result<never> => ({
  ok: false,
  failure: { code, ...where },
});

const codes = Object.keys(failures) as [FailureCode, ...FailureCode[]];
export const failureCodeSchema = z.enum(codes);
