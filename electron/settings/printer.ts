import { type Checked, fits, wrong } from './settings.ts';
import type { Given } from './sources.ts';

const defaultPort = '9100';
const defaultWidth = '576';

/**
 * The printer of `FOYER_PRINTER`: `show:`, or `escpos+tcp://HOST:PORT?width=DOTS` with port 9100 and a width of 576 dots where it says
 * none. The answer is complete, and its host is in the one spelling that was checked. Printers of this machine (loopback) are
 * allowed; link-local addresses and those where clouds keep their machines' credentials are not (rule PRN-12).
 */
export function printerOf({ name, value }: Given): Checked<URL> {
  if (value === 'show:') return fits(new URL(value));
  const kinds = 'must be escpos+tcp://HOST:PORT?width=DOTS or show:';
  const parts = /^escpos\+tcp:\/\/(?<address>[^/?#@\\]+)\/?(?:\?(?<query>[^#]*))?$/.exec(value)?.groups;
  // Only for the schemes of the web does URL bring every spelling of an address (0xa9fea9fe, 2852039166) to one.
  const plain = `http://${parts?.['address']}`;
  if (!parts || !URL.canParse(plain)) return wrong(name, kinds);
  const { hostname } = new URL(plain);
  if (isForbidden(hostname)) return wrong(name, 'must not be a link-local or a cloud metadata address');
  const port = /:(\d+)$/.exec(parts['address'] ?? '')?.[1] ?? defaultPort;
  if (Number(port) < 1) return wrong(name, 'must have a port from 1 to 65535');
  const query = new URLSearchParams(parts['query'] ?? '');
  const width = query.get('width') ?? defaultWidth;
  if ([...query.keys()].some((key) => key !== 'width') || query.getAll('width').length > 1) {
    return wrong(name, 'takes one parameter only: width');
  }
  if (!/^\d{2,4}$/.test(width) || Number(width) < 64 || Number(width) > 2000 || Number(width) % 8 !== 0) {
    return wrong(name, 'must have a width from 64 to 2000 dots, a multiple of 8');
  }
  return fits(new URL(`escpos+tcp://${hostname}:${Number(port)}?width=${Number(width)}`));
}

/** Where clouds answer with credentials, besides 169.254.169.254: names, AWS over IPv6, Alibaba, Azure, Oracle. */
const metadata = [
  ...['metadata', 'metadata.google.internal', 'instance-data', 'instance-data.ec2.internal'],
  ...['[fd00:ec2::254]', '100.100.100.200', '168.63.129.16', '192.0.0.192'],
];

function isForbidden(hostname: string): boolean {
  const host = hostname.replace(/\.$/, '');
  // RFC 3927 and RFC 4291: 169.254.0.0/16 and fe80::/10.
  return metadata.includes(ipv4Within(host)) || /^169\.254\./.test(ipv4Within(host)) || /^\[fe[89ab][0-9a-f]:/.test(host);
}

/** The IPv4 address within an IPv6 one that only wraps it (`::ffff:`, RFC 4291 2.5.5.2), else the host as it is. */
function ipv4Within(host: string): string {
  const [, high, low] = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(host) ?? [];
  if (high === undefined || low === undefined) return host;
  const numbers = [high, low].flatMap((part) => [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255]);
  return numbers.join('.');
}
