/** What printers call themselves by in DNS-SD: raw bytes at a port, and IPP without and with TLS. */
export const services = ['pdl-datastream', 'ipp', 'ipps'] as const;

/** What a printer says of itself by mDNS. Every text is bounded and has no control characters. */
export interface Advert {
  readonly service: (typeof services)[number];
  readonly name: string;
  /** IP addresses, or the host's name where it gave none. */
  readonly hosts: readonly string[];
  readonly port: number;
  /** Of its TXT record (Bonjour Printing Specification 1.2.1): `ty`, `product`, `pdl`, `rp`, `usb_MDL`. */
  readonly txt: Readonly<Record<string, string>>;
}

const longest = 120;
const keys = ['ty', 'product', 'pdl', 'rp', 'usb_MFG', 'usb_MDL', 'usb_CMD'];

/** A text from the network, fit for a terminal: no name of a printer moves its cursor. */
export const plain = (text: unknown, most = longest): string =>
  (typeof text === 'string' ? text : '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?').slice(0, most);

/** An advert of what came; undefined for what is none. */
export function advertOf(came: {
  readonly type?: unknown;
  readonly name?: unknown;
  readonly host?: unknown;
  readonly port?: unknown;
  readonly addresses?: unknown;
  readonly txt?: unknown;
}): Advert | undefined {
  const service = services.find((one) => one === came.type);
  const { port } = came;
  if (service === undefined || typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65_535) return undefined;
  const addresses = (Array.isArray(came.addresses) ? came.addresses : []).map((one) => plain(one)).slice(0, 8);
  const host = plain(came.host).replace(/\.$/, '');
  const hosts = (addresses.length > 0 ? addresses : [host]).filter((one) => /^[\w.:-]+$/.test(one));
  const txt = typeof came.txt === 'object' && came.txt !== null ? new Map(Object.entries(came.txt)) : new Map();
  return {
    service,
    name: plain(came.name) || '?',
    hosts,
    port,
    txt: Object.fromEntries(keys.flatMap((key) => (txt.has(key) ? [[key, plain(txt.get(key))]] : []))),
  };
}
