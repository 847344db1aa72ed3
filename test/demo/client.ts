import { createCall } from '../../electron/bookings/call.ts';
import { Credentials } from '../../electron/bookings/credentials.ts';
import { plainDialect } from '../../electron/bookings/dialect.ts';
import { createTransport } from '../../electron/bookings/transport.ts';
import { type DemoServer, startDemoServer } from '../../electron/demo/server.ts';

/** An invented token. */
export const token = 'demo-token';

/** The moment at which the tests' demo stands still: a quarter past ten of this machine's zone. */
export const morning = new Date(2026, 10, 22, 10, 15);

/** Foyer's own client of a demo server; `milliseconds` is what a call may take. */
export function clientOf(server: Pick<DemoServer, 'url'>, milliseconds = 15_000) {
  const { url } = server;
  const deadlines = { connect: milliseconds, headers: milliseconds, body: milliseconds, total: milliseconds };
  const transport = createTransport({ url, credentials: new Credentials({ url, token, auth: 'raw' }), deadlines });
  return { call: createCall(transport, plainDialect({})), transport, close: () => transport.close() };
}

/** A demo server that stands still, with a client. */
export async function startDemo(options: Partial<Parameters<typeof startDemoServer>[0]> = {}) {
  const server = await startDemoServer({ token, now: () => morning, ...options });
  const client = clientOf(server);
  const close = async () => {
    await client.close();
    await server.close();
  };
  return { server, call: client.call, transport: client.transport, close };
}

/** The value of an answer; fails the test where there is none. */
export async function valueIn<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; failure: { code: string; field?: string } }>,
): Promise<T> {
  const settled = await answer;
  if (settled.ok) return settled.value;
  throw new Error(`${settled.failure.code} ${settled.failure.field ?? ''}`);
}
