import type { FailureCode } from '../contract/failure.ts';

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Is this a kept connection that the server, or a resume, closed at the very moment of the next request? A read may then be sent once more. */
export const isTransient = (error: unknown): boolean =>
  ['UND_ERR_SOCKET', 'UND_ERR_DESTROYED', 'ECONNRESET', 'EPIPE'].includes(codeOf(error));

// Names of OpenSSL's verification errors and of Node's own (https://nodejs.org/api/tls.html#x509-certificate-error-codes).
const certificate =
  /^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERROR_IN_|INVALID_|PATH_LENGTH_|HOSTNAME_|EPROTO)/;

/** What an error of a connection means; nothing of the error itself goes on, for it may hold an address or a header. */
export function connectionFailure(error: unknown): FailureCode {
  const code = codeOf(error);
  if (/^UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT$|^ETIMEDOUT$/.test(code)) return 'bookings.timeout';
  // A trusted certificate of another host: what a captive portal shows that answers for every name (rule API-2).
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'bookings.portal';
  // The last: the proxy's own certificate does not name the proxy.
  if (certificate.test(code) || code === 'UND_ERR_PRX_TLS') return 'bookings.tls';
  // A name that DNS does not have, or no DNS to ask (https://nodejs.org/api/dns.html#error-codes).
  if (/^(ENOTFOUND|ENODATA|EAI_\w+)$/.test(code)) return 'bookings.unresolved';
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || (error instanceof Error && error.name === 'HTTPParserError'))
    return 'bookings.unreadable';
  return 'bookings.unreachable';
}
