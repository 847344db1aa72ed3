import type { OperationKey } from '../bookings/operations.ts';
import type { Failure, FailureCode } from '../contract/failure.ts';

/** Where a path comes from: printed on the vendor's page, inferred from it, or set. */
export type PathFrom = 'stated' | 'inferred' | 'FOYER_PATHS' | 'FOYER_OPENAPI';

/** Why an operation was not asked. `noAnswer`: system information got no answer from Bookings ONE, so nothing else would. */
export type NotAsked = 'wouldChange' | 'noId' | 'noAnswer' | 'timeIsUp';

/**
 * What came of one operation. `rows`: of a search, 0 meaning that there was nothing to judge a shape by; `lacks`: what a visit needs and
 * the first row does not have. `differs`: the first field that could not be read; none where it was no JSON, or nothing of the kind.
 */
export type Outcome =
  | { readonly kind: 'fits'; readonly rows?: number; readonly lacks?: readonly string[] }
  | { readonly kind: 'differs'; readonly field?: string }
  | { readonly kind: 'failed'; readonly code: FailureCode }
  | { readonly kind: 'notAsked'; readonly why: NotAsked };

/** How an answer came. */
export interface Tried {
  readonly outcome: Outcome;
  readonly status?: number;
  readonly milliseconds?: number;
}

/** One line of the report. */
export interface Row extends Tried {
  readonly operation: OperationKey;
  readonly method: string;
  readonly path: string;
  readonly pathFrom: PathFrom;
}

/** A failure as an outcome: what cannot be read is another shape. */
export function outcomeOf({ code, field }: Failure): Outcome {
  return code === 'bookings.unreadable' ? { kind: 'differs', ...(field && { field }) } : { kind: 'failed', code };
}
