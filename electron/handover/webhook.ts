import { retryAfterOf } from '../bookings/backoff.ts';
import { connectionFailure } from '../bookings/connection.ts';
import { createDispatcher } from '../bookings/dispatcher.ts';
import { isAllowedServer } from '../bookings/server.ts';
import type { FailureCode } from '../contract/failure.ts';
import type { Handed, HandOver, Letter } from '../core/outbox.ts';
import { outcomeOf } from './outcome.ts';
import { createSigner } from './signature.ts';

/** How long one try may take in all, and its connection within that (milliseconds). */
const tryMs = 10_000;
const connectMs = 5_000;
/** What of an answer is let in before the connection is given up: only its status is of use (bytes). */
const mostOfAnswer = 4 * 1024;

/**
 * Hands events on to the customer's own address: a `POST` of the letter's very bytes, signed, with the event's id as the key that makes
 * every try one and the same (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/). Certificates are always
 * checked, redirects not followed; http is for this machine alone. `now`: milliseconds since 1970, for the signature.
 */
export function createWebhook(options: {
  readonly url: URL;
  readonly secret: string;
  readonly ca?: string | undefined;
  readonly proxy?: URL | undefined;
  readonly now?: () => number;
  readonly withinMs?: number;
}): HandOver {
  const { url, secret, ca, proxy, now = Date.now, withinMs = tryMs } = options;
  if (!isAllowedServer(url)) throw new Error('events are handed on by https alone');
  const sign = createSigner(secret);
  const deadlines = { connect: Math.min(connectMs, withinMs), headers: withinMs, body: withinMs };
  const dispatcher = createDispatcher({ url, ca, proxy, deadlines });

  async function send({ eventId, body }: Letter, signal: AbortSignal): Promise<Handed> {
    const answer = await dispatcher.request({
      origin: url.origin,
      method: 'POST',
      path: `${url.pathname}${url.search}`,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Foyer',
        'accept-encoding': 'identity',
        'idempotency-key': `"${eventId}"`,
        ...sign(eventId, Math.floor(now() / 1_000), body),
      },
      body,
      signal,
    });
    // Read to its end where it is short, so that the connection can be kept; how it ends changes nothing.
    await answer.body.dump({ limit: mostOfAnswer, signal }).catch(() => {});
    const { statusCode: status, headers } = answer;
    const judged = outcomeOf(status);
    if (judged.outcome === 'sent') return judged;
    const retryAfterMs = retryAfterOf(textOf(headers['retry-after']), textOf(headers['date']), now());
    return {
      outcome: judged.outcome,
      failure: { code: judged.code },
      status,
      ...(judged.outcome === 'later' && retryAfterMs !== undefined && { retryAfterMs }),
    };
  }

  return {
    receiver: 'webhook',
    async hand(letter) {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), withinMs);
      try {
        return await send(letter, controller.signal);
      } catch (error) {
        const code = controller.signal.aborted ? 'handOver.timeout' : failureOf(error);
        return { outcome: 'later', failure: { code } };
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => dispatcher.destroy(),
  };
}

/** Nothing but what the error means goes on: its text may hold the address. */
function failureOf(error: unknown): FailureCode {
  switch (connectionFailure(error)) {
    case 'bookings.timeout':
      return 'handOver.timeout';
    case 'bookings.tls':
    case 'bookings.portal':
      return 'handOver.tls';
    case 'bookings.unreadable':
      return 'handOver.broken';
    default:
      return 'handOver.unreachable';
  }
}

const textOf = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);
