import { onTestFinished } from 'vitest';
import { type Call, createCall } from '../../../electron/bookings/call.ts';
import { Credentials } from '../../../electron/bookings/credentials.ts';
import { plainDialect } from '../../../electron/bookings/dialect.ts';
import { createTransport } from '../../../electron/bookings/transport.ts';
import { startDemoServer } from '../../../electron/demo/server.ts';
import { canary, serve, type Web } from '../web.ts';

/** Short, so that what is repeated is soon over; long for a busy machine. */
const deadlines = { connect: 2_000, headers: 2_000, body: 2_000, total: 2_500 };

/** A call to a server, for the length of a test. */
export function callTo(url: URL): Call {
  const credentials = new Credentials({ url, token: canary, auth: 'raw' });
  const transport = createTransport({ url, credentials, deadlines });
  onTestFinished(() => transport.close());
  return createCall(transport, plainDialect({}));
}

/** The demo server, for the length of a test, and a call to it. */
export async function demo(options: Partial<Parameters<typeof startDemoServer>[0]> = {}) {
  const server = await startDemoServer({ token: canary, ...options });
  onTestFinished(() => server.close());
  return { server, call: callTo(server.url) };
}

/** A server that answers by path (the last that fits) and query, for the length of a test; undefined is 404. */
export async function answering(answer: (path: string, query: URLSearchParams) => unknown): Promise<{ web: Web; call: Call }> {
  const web = await serve((request, response) => {
    const url = new URL(request.url ?? '/', 'http://server');
    const body = answer(url.pathname.replace('/API/external/', ''), url.searchParams);
    const bytes = body instanceof Uint8Array ? body : JSON.stringify(body ?? { status: 404 });
    const type = body instanceof Uint8Array ? 'application/octet-stream' : 'application/json';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(bytes);
  });
  onTestFinished(() => web.close());
  return { web, call: callTo(web.url) };
}
