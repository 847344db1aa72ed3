import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { failure, type Result, success } from '../../contract/failure.ts';
import { type Answer, type Asked, decodeAnswer, encodeRequest } from './message.ts';
import { mostBytes } from './sound.ts';

/** Requests to one printer, each answered or failed within its time. */
export interface Channel {
  /**
   * Fails as `printer.unreachable` where no connection came about, so that nothing has left; as `printer.cutOff` where it ended before the
   * answer; as `printer.silent` for no answer in `wait` milliseconds, or one that cannot be understood; as `printer.fault` where it
   * asks for a password.
   */
  ask(asked: Asked, wait: number, document?: Uint8Array): Promise<Result<Answer>>;
  close(): void;
}

/** Certificates by printer, as they were first seen: printers sign their own, so a chain proves nothing, but one that changes does. */
const seen = new Map<string, string>();

/** `connect`: milliseconds for a connection. */
export function openChannel(url: URL, connect: number): Channel {
  const secure = url.protocol === 'https:';
  const target = `${secure ? 'ipps' : 'ipp'}:${url.href.slice(url.protocol.length)}`;
  const agent = secure
    ? new https.Agent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: false })
    : new http.Agent({ keepAlive: true, maxSockets: 1 });
  const greeted = new WeakSet<Socket>();
  let version = '2.0';

  const send = (asked: Asked, wait: number, document: Uint8Array): Promise<Result<Answer>> =>
    new Promise((resolve) => {
      const head = encodeRequest(target, version, asked);
      const timeout = AbortSignal.timeout(Math.max(0, Math.floor(wait)));
      const request = (secure ? https : http).request(url, {
        agent,
        method: 'POST',
        headers: { 'content-type': 'application/ipp', 'content-length': head.length + document.length },
        signal: timeout,
      });
      let connected = false;
      const connecting = setTimeout(() => request.destroy(), connect);
      request.on('socket', (socket) => {
        const ready = () => {
          clearTimeout(connecting);
          if (secure && !greeted.has(socket) && !isKnown(url.host, socket)) return request.destroy();
          greeted.add(socket);
          connected = true;
          request.write(head);
          request.end(document);
        };
        // One of an earlier request is not greeted again, and does not tell its certificate any more.
        if (greeted.has(socket) || !(secure || socket.connecting)) ready();
        else socket.once(secure ? 'secureConnect' : 'connect', ready);
      });
      request.on('error', () => {
        clearTimeout(connecting);
        resolve(failure(connected ? (timeout.aborted ? 'printer.silent' : 'printer.cutOff') : 'printer.unreachable'));
      });
      request.on('response', (response) => {
        if (response.statusCode !== 200) {
          request.destroy();
          return resolve(failure([401, 403, 426].includes(response.statusCode ?? 0) ? 'printer.fault' : 'printer.silent'));
        }
        const chunks: Buffer[] = [];
        let length = 0;
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          length += chunk.length;
          if (length > mostBytes) request.destroy();
        });
        response.on('close', () => {
          const answer = response.complete && length <= mostBytes ? decodeAnswer(Buffer.concat(chunks)) : undefined;
          const broke = !response.complete && length <= mostBytes && !timeout.aborted;
          resolve(answer ? success(answer) : failure(broke ? 'printer.cutOff' : 'printer.silent'));
        });
        response.on('error', () => undefined);
      });
    });

  return {
    ask: async (asked, wait, document = new Uint8Array()) => {
      const end = performance.now() + wait;
      const answered = await send(asked, wait, document);
      if (!answered.ok || answered.value.status !== 'server-error-version-not-supported' || version === '1.1') return answered;
      // Old printers know 1.1 alone, in which all that is asked here exists.
      version = '1.1';
      return document.length === 0 ? send(asked, end - performance.now(), document) : answered;
    },
    close: () => agent.destroy(),
  };
}

function isKnown(host: string, socket: Socket): boolean {
  const fingerprint = fingerprintOf(socket);
  const first = seen.get(host) ?? fingerprint;
  if (fingerprint === undefined || first !== fingerprint) return false;
  seen.set(host, fingerprint);
  return true;
}

function fingerprintOf(socket: Socket): string | undefined {
  // `node:tls` opens raw sockets and is walled off; the type of its socket is all that is missing here.
  const { getPeerX509Certificate } = socket as { getPeerX509Certificate?: () => { fingerprint256: string } | undefined };
  return getPeerX509Certificate?.call(socket)?.fingerprint256;
}
