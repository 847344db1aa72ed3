import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { SecureVersion } from 'node:tls';
import { generate } from 'selfsigned';

/** A key and its certificate, as PEM. */
export interface Pair {
  readonly key: string;
  readonly cert: string;
}

const day = 24 * 60 * 60_000;

/** A certificate authority of the test's own. */
export const makeAuthority = (name = 'Foyer test authority'): Promise<Pair> =>
  made(name, {
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });

/** A server's certificate for a host name, signed by an authority, or by itself where there is none. */
export const makeCertificate = (host: string, authority?: Pair, { isExpired = false } = {}): Promise<Pair> =>
  made(host, {
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
    ],
    ...(authority && { ca: authority }),
    ...(isExpired && { notBeforeDate: new Date(Date.now() - 9 * day), notAfterDate: new Date(Date.now() - day) }),
  });

async function made(name: string, options: NonNullable<Parameters<typeof generate>[1]>): Promise<Pair> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - day),
    notAfterDate: new Date(Date.now() + day),
    ...options,
  });
  return { key, cert };
}

/** A real server with TLS on a free port of loopback, called `localhost`; counts the requests that it was sent. */
export async function serveSecurely(
  pair: Pair,
  listener: RequestListener = (_request, response) =>
    void response.setHeader('content-type', 'application/json').end('{"fine":true}'),
  versions: { minVersion?: SecureVersion; maxVersion?: SecureVersion; ciphers?: string } = {},
) {
  const counted = { requests: 0 };
  const server = createServer({ ...pair, ...versions }, (request, response) => {
    counted.requests += 1;
    listener(request, response);
  });
  // A handshake that the client breaks off is what these tests are about.
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: new URL(`https://localhost:${(server.address() as AddressInfo).port}`),
    counted,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
