import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the receiver does with a letter: takes it, takes it and hangs up before it has said so, will not take it just now, or never. */
type ReceiverMood = 'well' | 'actsAndCuts' | 'broken' | 'busy' | 'refuses';

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
  /** How many letters it has said no to. */
  refused(): number;
  /** What a receiver must never see: a letter without a key or a good signature, another body under a known key. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

const secret = 'a-secret-of-the-crash-suite-0123456789';

/** As Standard Webhooks 1.0 signs: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
function isSigned({ headers }: IncomingMessage, body: string): boolean {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  return headers['webhook-signature'] === `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`;
}

/**
 * Acts once on each `Idempotency-Key`, as a receiver should, and keeps what it saw. `refuses`: what it never takes, whatever its mood.
 */
export async function startReceiver(refuses: (body: string) => boolean = () => false): Promise<Receiver> {
  const effects = new Map<string, Effect>();
  const faults: string[] = [];
  let mood: ReceiverMood = 'well';
  let refused = 0;

  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('error', () => {});
    // A process that is killed within a letter has sent none.
    request.on('end', () => request.complete && take(request, response, Buffer.concat(pieces).toString('utf8')));
  });

  function take(request: IncomingMessage, response: ServerResponse, body: string): void {
    const status = { well: undefined, actsAndCuts: undefined, broken: 500, busy: 429, refuses: 400 }[mood];
    if (status || refuses(body)) {
      refused += 1;
      response.writeHead(status ?? 422, { 'retry-after': '1' }).end();
      return;
    }
    const key = String(request.headers['idempotency-key'] ?? '').replace(/^"|"$/g, '');
    if (!isSigned(request, body)) faults.push(`a letter without a good signature: ${key}`);
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
    secret,
    get mood() {
      return mood;
    },
    set mood(next) {
      mood = next;
    },
    refused: () => refused,
    effects: () => [...effects.values()],
    faults,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
