import { momentOf } from '../contract/moment.ts';
import type { Stay } from './stay.ts';

/**
 * What a person says was wrong of a visit: that the visitor was never in (`notIn`) or has not left (`notOut`); or when the visitor really came or left
 * (ISO 8601 with offset).
 */
export type Correction =
  | { readonly what: 'notIn' }
  | { readonly what: 'notOut' }
  | { readonly what: 'cameAt'; readonly time: string }
  | { readonly what: 'leftAt'; readonly time: string };

/**
 * The corrections that make sense of a visit as it stands, for a screen that offers them. A visitor who has left was in: first it is said that the
 * check-out was wrong. A void visit stays void: whoever comes after all is checked in anew.
 */
export function correctionsOf({ state }: Pick<Stay, 'state'>): readonly Correction['what'][] {
  if (state === 'void') return [];
  return state === 'in' ? ['notIn', 'cameAt'] : ['notOut', 'cameAt', 'leftAt'];
}

/**
 * Whether a correction may be recorded of a visit now (`now`: ISO 8601 with offset). `done`: it says what is known already, as a call does that is made
 * twice. `senseless`: no such correction, no time, one that is still to come, or a visitor who leaves before coming.
 */
export function judgeCorrection(stay: Stay, correction: Correction, now: string): 'sensible' | 'done' | 'senseless' {
  if (isDone(stay, correction)) return 'done';
  if (!correctionsOf(stay).includes(correction.what)) return 'senseless';
  if (!('time' in correction)) return 'sensible';
  const time = momentOf(correction.time)?.epoch ?? Number.POSITIVE_INFINITY;
  const [came, left] = correction.what === 'cameAt' ? [time, epochOf(stay.leftAt)] : [epochOf(stay.cameAt), time];
  // What is not known is neither before nor after anything.
  return time > Date.parse(now) || left < came ? 'senseless' : 'sensible';
}

function isDone({ state, isBack, cameAt, leftAt }: Stay, correction: Correction): boolean {
  switch (correction.what) {
    case 'notIn':
      return state === 'void';
    case 'notOut':
      return state === 'in' && isBack;
    case 'cameAt':
      return state !== 'void' && cameAt === correction.time;
    case 'leftAt':
      return state === 'out' && leftAt === correction.time;
  }
}

const epochOf = (iso: string | undefined): number => (iso === undefined ? Number.NaN : Date.parse(iso));
