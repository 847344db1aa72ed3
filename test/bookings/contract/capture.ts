import { createCall } from '../../../electron/bookings/call.ts';
import { Credentials } from '../../../electron/bookings/credentials.ts';
import { type Dialect, plainDialect } from '../../../electron/bookings/dialect.ts';
import { createTransport } from '../../../electron/bookings/transport.ts';
import { canary, serve } from '../web.ts';
import type { Captured } from './validator.ts';

const milliseconds = 15_000;

/** A server on loopback that takes down what Foyer's own client sends to it, and answers each request with `answer`. */
export async function startCapture(answer: () => unknown = () => ({}), dialect: Dialect = plainDialect({})) {
  const captured: Captured[] = [];
  const web = await serve((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method = '', url: target = '' } = request;
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, value ?? '']));
      captured.push({ method, target, headers, body: Buffer.concat(pieces).toString('utf8') });
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer()));
    });
  });
  const transport = createTransport({
    url: web.url,
    credentials: new Credentials({ url: web.url, token: canary, auth: 'raw' }),
    deadlines: { connect: milliseconds, headers: milliseconds, body: milliseconds, total: milliseconds },
  });
  return {
    call: createCall(transport, dialect),
    captured,
    async close() {
      await transport.close();
      await web.close();
    },
  };
}
