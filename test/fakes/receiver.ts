import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it came over the wire. */
export interface Arrival {
  readonly key: string;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
  readonly event: {
    readonly id: string;
    readonly sequence: number;
    readonly kind: string;
    readonly visit: { readonly id: string } | null;
  };
}

/**
 * What the receiver does: answers with a status (and headers); acts and then cuts the connection before it answers; cuts it before it
 * acts; never answers; or answers one byte at a time, for ever.
 */
export type Answer =
  | number
  | { readonly status: number; readonly headers: Record<string, string> }
  | 'lost'
  | 'cut'
  | 'hang'
  | 'drip';

/** A customer's receiver of events on real HTTP, which acts once for each key. */
export async function startReceiver() {
  const receiver = {
    url: new URL('http://127.0.0.1'),
    arrivals: [] as Arrival[],
    /** The events that it acted on, in their order: each key once. */
    acted: [] as Arrival['event'][],
    /** Requests that are being answered now, and the most there ever were. */
    busy: 0,
    mostBusy: 0,
    /** Asked for each request that is new to the receiver. */
    answer: (_arrival: Arrival): Answer => 204,
    down: async () => {},
    up: async () => {},
  };
  const known = new Set<string>();
  const http = createServer((request, response) => {
    const pieces: Buffer[] = [];
    receiver.busy += 1;
    receiver.mostBusy = Math.max(receiver.mostBusy, receiver.busy);
    response.on('close', () => {
      receiver.busy -= 1;
    });
    response.on('error', () => {});
    request.on('error', () => {});
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString();
      const key = String(request.headers['idempotency-key']);
      const arrival = { key, body, headers: request.headers, event: JSON.parse(body) as Arrival['event'] };
      receiver.arrivals.push(arrival);
      if (known.has(key)) return void response.writeHead(409).end();
      const answer = receiver.answer(arrival);
      const { status, headers = {} } = typeof answer === 'object' ? answer : { status: answer };
      if (status === 'lost' || status === 'drip' || (typeof status === 'number' && status >= 200 && status < 300)) {
        known.add(key);
        receiver.acted.push(arrival.event);
      }
      if (status === 'lost' || status === 'cut') request.socket.destroy();
      else if (status === 'drip') {
        response.writeHead(200);
        const timer = setInterval(() => response.write('.'), 20);
        response.on('close', () => clearInterval(timer));
      } else if (status !== 'hang') response.writeHead(status, headers).end();
    });
  });
  const listen = (port: number) => new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = http.address() as AddressInfo;
  receiver.url = new URL(`http://127.0.0.1:${port}/foyer?site=7`);
  receiver.down = () =>
    new Promise((resolve) => {
      http.close(() => resolve());
      http.closeAllConnections();
    });
  receiver.up = () => listen(port);
  return receiver;
}
