import { aboutServer, type ServerFacts } from '../bookings/staff/about-server.ts';
import type { FailureCode } from '../contract/failure.ts';
import type { AuthScheme } from '../settings/settings.ts';
import type { Line } from './line.ts';
import { outcomeOf, type Tried } from './row.ts';

/** What came of system information with one way to send the token. */
export interface SchemeTried extends Tried {
  readonly auth: AuthScheme;
  readonly facts?: ServerFacts;
}

/** The way that is set first, then the others. */
export const schemesFrom = (set: AuthScheme): readonly AuthScheme[] => [
  set,
  ...(['raw', 'basic', 'bearer'] as const).filter((auth) => auth !== set),
];

/** Asks for system information once. `clock`: monotonic milliseconds. */
export async function tryScheme(auth: AuthScheme, line: Line, clock: () => number, within: number): Promise<SchemeTried> {
  const began = clock();
  const answer = await aboutServer(line.call, within);
  const status = line.status();
  const tried = { auth, milliseconds: Math.round(clock() - began), ...(status !== undefined && { status }) };
  if (!answer.ok) return { ...tried, outcome: outcomeOf(answer.failure) };
  return { ...tried, outcome: { kind: 'fits' }, facts: answer.value };
}

/** Failures of the way to the server: another way to send the token, or another operation, would meet them as well. */
const ofTheWay: readonly FailureCode[] = [
  'bookings.unreachable',
  'bookings.unresolved',
  'bookings.timeout',
  'bookings.tls',
  'bookings.portal',
];

/** Did the server itself not answer at all? A redirect may be its way to its own login page, for a token that it did not see. */
export const isCutOff = (tried: Tried): boolean =>
  tried.outcome.kind === 'failed' && ofTheWay.includes(tried.outcome.code) && !isRedirected(tried);

/**
 * The way to send the token with which the rest is asked: one that works, the one that is set before others; else one that the server
 * did at least not turn away, for a token may lack the right to this one operation. Undefined: nothing would be answered.
 */
export function schemeToUse(tried: readonly SchemeTried[]): AuthScheme | undefined {
  const works = tried.find(({ outcome }) => outcome.kind === 'fits');
  const letIn = tried.find((one) => !isCutOff(one) && !isTurnedAway(one));
  return (works ?? letIn)?.auth;
}

const isTurnedAway = (tried: Tried): boolean =>
  tried.outcome.kind === 'failed' && (tried.outcome.code === 'bookings.unauthorized' || isRedirected(tried));

const isRedirected = ({ status = 0 }: Tried): boolean => status >= 300 && status < 400;
