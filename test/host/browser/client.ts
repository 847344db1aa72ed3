import { request } from 'node:http';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { wirePath } from '../../../electron/contract/wire.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request, its target sent exactly as given: fetch would tidy it first. */
export function ask(authority: string, target: string, { method = 'GET', headers = {} }: Ask = {}): Promise<Answer> {
  const [host, port] = authority.split(':');
  return new Promise((resolve, reject) => {
    const sent = request({ host, port, path: target, method, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Sends bytes as they are and answers the status line's number; 0 when the connection just ends. */
export function askRaw(authority: string, text: string): Promise<number> {
  const [host, port] = authority.split(':');
  return new Promise((resolve) => {
    const socket = connect({ host: String(host), port: Number(port) }, () => socket.write(text));
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(received)?.[1] ?? 0)));
  });
}

/** Uses the launch link and answers the cookie to send with what follows. */
export async function launch(link: string): Promise<string> {
  const url = new URL(link);
  const { headers } = await ask(url.host, url.pathname + url.search);
  return String(headers['set-cookie']).split(';')[0] ?? '';
}

/** Opens the wire as our page would, with changes. */
export function openWire(
  authority: string,
  cookie: string,
  headers: Record<string, string> = {},
  path: string = wirePath,
): WebSocket {
  return new WebSocket(`ws://${authority}${path}`, { headers: { origin: `http://${authority}`, cookie, ...headers } });
}

/** How an attempt to open the wire ended: `open`, or the status of the refusal. */
export function outcomeOf(socket: WebSocket): Promise<'open' | number | string> {
  return new Promise((resolve) => {
    socket.on('open', () => resolve('open'));
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('error', (error) => resolve(error.message));
  });
}

/** The next message, parsed. */
export const nextMessage = (socket: WebSocket): Promise<unknown> =>
  new Promise((resolve) => {
    socket.once('message', (data) => resolve(JSON.parse(String(data))));
  });

/** The code that the socket closes with. */
export const closed = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => {
    socket.once('close', (code) => resolve(code));
    socket.on('error', () => undefined);
  });
