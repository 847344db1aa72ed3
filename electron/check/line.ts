import { type Call, createCall } from '../bookings/call.ts';
import type { Credentials } from '../bookings/credentials.ts';
import type { Dialect } from '../bookings/dialect.ts';
import { createDispatcher } from '../bookings/dispatcher.ts';
import { createExchange } from '../bookings/exchange.ts';
import type { Note } from '../bookings/findings.ts';
import { isAllowedServer } from '../bookings/server.ts';
import { createSkew } from '../bookings/skew.ts';
import type { Transport } from '../bookings/transport.ts';
import { failure } from '../contract/failure.ts';

/** Milliseconds, as of the client's own transport; `total` is what one call may take. */
export interface LineDeadlines {
  readonly connect: number;
  readonly headers: number;
  readonly body: number;
  readonly total: number;
}

/** One plain line to the server: what is asked goes out once, and what came is told as it came. */
export interface Line {
  readonly call: Call;
  /** The status of the last answer; undefined: there was none. */
  status(): number | undefined;
  skewMilliseconds(): number | undefined;
  close(): Promise<void>;
}

/**
 * A line without the repeats, the circuit and the sign-in state of the client's transport: a report is about single answers. The way is
 * the client's own: the same certificates, the same proxy, the same reading.
 */
export function openLine(options: {
  readonly url: URL;
  readonly credentials: Credentials;
  readonly ca?: string | undefined;
  readonly proxy?: URL | undefined;
  readonly deadlines: LineDeadlines;
  readonly dialect: Dialect;
  readonly note?: Note;
}): Line {
  const { url, credentials, deadlines } = options;
  const skew = createSkew();
  const dispatcher = createDispatcher(options);
  const exchange = createExchange({ dispatcher, url, credentials, skew });
  let last: number | undefined;

  const send: Transport['send'] = async ({ within, ...message }) => {
    last = undefined;
    if (!isAllowedServer(url)) return failure('bookings.tls');
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), Math.max(0, Math.min(within, deadlines.total)));
    try {
      const { result, status } = await exchange(message, controller.signal);
      last = status;
      return result;
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    call: createCall({ send }, options.dialect, options.note),
    status: () => last,
    skewMilliseconds: skew.milliseconds,
    close: () => dispatcher.destroy(),
  };
}
