import type { IncomingMessage } from 'node:http';

/**
 * Whether a request is addressed to us and comes from our own page. `Host` must be exactly our own address, or a site whose name
 * was made to point at 127.0.0.1 could talk to us (DNS rebinding); `Origin`, where the browser sends one, must be our page.
 */
export function isOurs(request: IncomingMessage, authority: string): boolean {
  const { host, origin } = request.headersDistinct;
  if (host?.length !== 1 || host[0] !== authority) return false;
  return origin === undefined || (origin.length === 1 && origin[0] === `http://${authority}`);
}

/** The same for an upgrade to a WebSocket, where every browser sends `Origin`: a request without one is not from a page. */
export function isOurUpgrade(request: IncomingMessage, authority: string): boolean {
  return request.headers.origin !== undefined && isOurs(request, authority);
}

/** Whether a browser only fetches ahead: a link that works once must not be used up by that. */
export function isPrefetch(request: IncomingMessage): boolean {
  return String(request.headers['sec-purpose'] ?? request.headers['purpose'] ?? '').includes('prefetch');
}
