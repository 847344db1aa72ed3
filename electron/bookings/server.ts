/**
 * May Foyer send its token to this server? https, or http to this machine alone (for the demo server and tests); no user name or
 * password in the address.
 */
export function isAllowedServer(url: URL): boolean {
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** Is a host name of a parsed URL this machine? URL writes every spelling of an IPv4 address ("127.1", "0x7f.1") as four decimals, and IPv6 in brackets. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
