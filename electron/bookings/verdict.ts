import { failures } from '../contract/failure.ts';
import type { CallEnded } from '../core/call-ended.ts';
import type { Tried } from './circuit.ts';
import type { Exchange } from './exchange.ts';
import { outcomeOf } from './outcome.ts';
import type { Attempt } from './tries.ts';

/** The last try of a call: to which target, how long it was on the wire (milliseconds), and whether no visitor waits for it. */
export type LastTry = Pick<Exchange, 'result' | 'status'> & {
  readonly target: string;
  readonly wireMilliseconds: number;
  readonly isBackground: boolean;
};

/** May a read be sent again after a short wait? What is in between, such as a portal, does not go away so soon (rule API-4). */
export function isWorthRepeating({ result, status }: Pick<Exchange, 'result' | 'status'>): boolean {
  if (result.ok) return false;
  if (status !== undefined) return outcomeOf(status).next === 'soon';
  return failures[result.failure.code].retry && result.failure.code !== 'bookings.portal';
}

/** What last tries say of the server. `fairMilliseconds`: a timeout before that is the caller's own, who had little time left. */
export function createVerdicts(fairMilliseconds: number): (last: LastTry) => Tried['server'] {
  let brokenPath = '';
  return ({ result, status, target, wireMilliseconds, isBackground }) => {
    if (result.ok) return 'here';
    const { code } = result.failure;
    if (code === 'bookings.unreachable' || code === 'bookings.unresolved') return 'away';
    // A part of the server that only the kiosk itself uses, such as its heartbeat, must not keep visitors from the rest.
    if (isBackground && (code === 'bookings.timeout' || code === 'bookings.broken')) return 'unclear';
    switch (code) {
      case 'bookings.timeout':
        return status !== undefined || wireMilliseconds >= fairMilliseconds ? 'away' : 'unclear';
      case 'bookings.portal':
        return 'unclear';
      case 'bookings.broken':
        break;
      default:
        return status === undefined ? 'unclear' : 'here';
    }
    // What stands before the server says that it is away.
    if (status === 502 || status === 503 || status === 504) return 'away';
    // One operation that always breaks says nothing of the others.
    const path = target.replace(/\?.*/, '');
    const isSame = path === brokenPath;
    brokenPath = path;
    return isSame ? 'unclear' : 'away';
  };
}

/**
 * What is told of a call that has ended, for whoever keeps watch over the server; undefined: nothing, for it never left, or a visitor's call
 * had too little time to say anything.
 */
export function endedOf(
  by: CallEnded['by'],
  { result, isUnsent, server }: Pick<Attempt, 'result' | 'isUnsent'> & Partial<Pick<Tried, 'server'>>,
): CallEnded | undefined {
  if (result.ok) return { by };
  const { code } = result.failure;
  if (isUnsent || (by === 'visitor' && server === 'unclear' && code === 'bookings.timeout')) return undefined;
  return { by, failure: code };
}
