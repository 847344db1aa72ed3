import type { Dispatcher } from 'undici';
import type { Credentials } from './credentials.ts';
import { createDispatcher, type Way } from './dispatcher.ts';
import { createExchange, type Exchange, type Message } from './exchange.ts';
import type { Skew } from './skew.ts';

/** The wire to one server, over connections that are kept. */
export interface Wire {
  /** Sends one message once; ends within so many milliseconds, as `bookings.timeout`. Never rejects. */
  send(message: Message, within: number): Promise<Exchange>;
  /** Drops every connection: what runs ends as `bookings.unreachable`, the next message opens a new one. */
  renew(): void;
  /** How often it was renewed. */
  renewals(): number;
  close(): Promise<void>;
}

/** A wire that opens nothing until the first message. */
export function createWire(parts: Way & { readonly credentials: Credentials; readonly skew: Skew }): Wire {
  let renewals = 0;
  let dispatcher: Dispatcher = createDispatcher(parts);
  let exchange = createExchange({ ...parts, dispatcher });
  return {
    async send(message, within) {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), within);
      try {
        return await exchange(message, controller.signal);
      } finally {
        clearTimeout(timer);
      }
    },
    renew() {
      void dispatcher.destroy();
      renewals += 1;
      dispatcher = createDispatcher(parts);
      exchange = createExchange({ ...parts, dispatcher });
    },
    renewals: () => renewals,
    close: () => dispatcher.destroy(),
  };
}
