import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the receiver does with a letter: takes it, takes it and hangs up before it has said so, or will not take it just now. */
type ReceiverMood = 'well' | 'actsAndCuts' | 'broken' | 'busy';

/** What one key brought about: once, however often it was sent. */
interface Effect {
  readonly key: string;
  readonly body: string;
  /** How often it came. */
  tries: number;
}

/** A customer's receiver of events, on real HTTP. */
export interface Receiver {
  readonly url: string;
  readonly secret: string;
  mood: ReceiverMood;
  /** The effects, in the order in which they came about. */
  effects(): readonly Effect[];
  /** What a receiver must never see: a letter without a key, another body under a known key. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** Acts once on each `Idempotency-Key`, as a receiver should, and keeps what it saw. */
export async function startReceiver(): Promise<Receiver> {
  const effects = new Map<string, Effect>();
  const faults: string[] = [];
  let mood: ReceiverMood = 'well';

  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('error', () => {});
    // A process that is killed within a letter has sent none.
    request.on('end', () => request.complete && take(request, response, Buffer.concat(pieces).toString('latin1')));
  });

  function take(request: IncomingMessage, response: ServerResponse, body: string): void {
    if (mood === 'broken' || mood === 'busy') {
      response.writeHead(mood === 'broken' ? 500 : 429, { 'retry-after': '1' }).end();
      return;
    }
    const key = String(request.headers['idempotency-key'] ?? '').replace(/^"|"$/g, '');
    if (!key) faults.push('a letter without a key');
    const known = effects.get(key);
    if (known && known.body !== body) faults.push(`another body under the key ${key}`);
    if (known) known.tries += 1;
    else effects.set(key, { key, body, tries: 1 });
    if (mood === 'actsAndCuts') request.socket.destroy();
    else response.writeHead(known ? 409 : 204).end();
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    secret: 'a-secret-of-the-crash-suite-0123456789',
    get mood() {
      return mood;
    },
    set mood(next) {
      mood = next;
    },
    effects: () => [...effects.values()],
    faults,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
