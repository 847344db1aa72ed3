import { createSecureContext, rootCertificates } from 'node:tls';
import { type Dispatcher, Pool, ProxyAgent } from 'undici';

/** The way to one server: `ca` (PEM) is trusted besides the well-known authorities, `proxy` is gone through. */
export interface Way {
  readonly url: URL;
  readonly ca?: string | undefined;
  readonly proxy?: URL | undefined;
  readonly deadlines: { readonly connect: number; readonly headers: number; readonly body: number };
}

/** Connections to the server at the same time, and so calls. */
export const mostConnections = 8;

/** How long a connection is kept without use where the server does not say (milliseconds); shorter than what stands before servers keeps it. */
const keepMilliseconds = 20_000;

/** TLS 1.2 or newer, and whom it trusts: the well-known authorities, and those of `ca` (PEM). */
export const secureContextWith = (ca: string | undefined) =>
  createSecureContext({ minVersion: 'TLSv1.2', ...(ca && { ca: [...rootCertificates, ca] }) });

/**
 * Kept connections to one origin. TLS is 1.2 or newer and certificates are always checked, the proxy's and the server's; through a
 * proxy the server is reached by a tunnel (CONNECT), so the proxy sees its name and nothing of what is said. The name and password
 * of the proxy stand in its address, and go to it alone. Plain HTTP is to this machine alone, and no proxy is between.
 */
export function createDispatcher({ url, ca, proxy, deadlines }: Way): Dispatcher {
  const limits = {
    connections: mostConnections,
    headersTimeout: deadlines.headers,
    bodyTimeout: deadlines.body,
    keepAliveTimeout: keepMilliseconds,
  };
  if (url.protocol === 'http:') return new Pool(url.origin, { ...limits, connect: { timeout: deadlines.connect } });
  const secureContext = secureContextWith(ca);
  // Said outright: NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment must not switch the check off.
  const connect = { timeout: deadlines.connect, secureContext, rejectUnauthorized: true };
  if (!proxy) return new Pool(url.origin, { ...limits, connect });
  return new ProxyAgent({
    ...limits,
    uri: proxy.href,
    requestTls: connect,
    proxyTls: connect,
    clientFactory: (origin, options) => new Pool(origin, { ...options, ...limits }),
  });
}
