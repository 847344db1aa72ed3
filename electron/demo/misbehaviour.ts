import type { ServerResponse } from 'node:http';
import type { OperationKey } from '../bookings/operations.ts';
import { problem, type Reply } from './reply.ts';

/**
 * How an operation may go wrong: it answers late, refuses the token, asks to come again later (`retryAfter`: seconds or an HTTP date),
 * fails, never answers, answers half a JSON text, answers as a captive portal does, or breaks off within its body.
 */
export type Misbehaviour =
  | { readonly kind: 'latency'; readonly milliseconds: number }
  | { readonly kind: 'busy'; readonly retryAfter?: string }
  | { readonly kind: 'unauthorized' | 'broken' | 'hang' | 'garbage' | 'portal' | 'cut' };

/** Who misbehaves how, and how often still. */
export interface Manners {
  /** From now on an operation, or with `*` each, misbehaves: `times`, or until `behave`. An operation's own goes before that of all. */
  misbehave(key: OperationKey | '*', misbehaviour: Misbehaviour, limit?: { readonly times?: number }): void;
  behave(): void;
  /** How a request to an operation is treated; counts it. */
  next(key: OperationKey): Misbehaviour | undefined;
}

/** Everything behaves. */
export function createManners(): Manners {
  const rules = new Map<OperationKey | '*', { readonly misbehaviour: Misbehaviour; left: number }>();
  return {
    misbehave: (key, misbehaviour, { times = Number.POSITIVE_INFINITY } = {}) => rules.set(key, { misbehaviour, left: times }),
    behave: () => rules.clear(),
    next(key) {
      for (const name of [key, '*'] as const) {
        const rule = rules.get(name);
        if (!rule || rule.left <= 0) continue;
        rule.left -= 1;
        return rule.misbehaviour;
      }
      return undefined;
    },
  };
}

/** The reply of a misbehaving operation, or undefined where there is none: what it does to the response is done. */
export function misbehave(misbehaviour: Exclude<Misbehaviour, { kind: 'latency' }>, response: ServerResponse): Reply | undefined {
  switch (misbehaviour.kind) {
    case 'unauthorized':
      return problem(401, 'Unauthorized', { headers: { 'www-authenticate': 'Basic' } });
    case 'busy': {
      const { retryAfter } = misbehaviour;
      return problem(429, 'Too Many Requests', retryAfter === undefined ? {} : { headers: { 'retry-after': retryAfter } });
    }
    case 'broken':
      return problem(500, 'An error occurred while processing your request.');
    case 'hang':
      return undefined;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end('{"data":[{"id":');
      return undefined;
    case 'portal':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in to the network</title>');
      return undefined;
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': '4096' });
      response.write('{"data":[', () => response.destroy());
      return undefined;
  }
}
