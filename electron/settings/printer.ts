import type { PrinterAddress, PrinterLanguage, Way } from '../printer/address.ts';
import { languages } from '../printer/address.ts';
import { type Family, families } from '../printer/escpos/job.ts';
import { queueUrl } from '../printer/system.ts';
import { isForbiddenHost } from './forbidden-host.ts';
import { mediaParameters, type PaperOf, paperOf } from './printer-media.ts';
import { type Checked, fits, wrong } from './settings.ts';
import type { Given } from './sources.ts';

const most = 4;
const defaultPort = '9100';
const ippPort = 631;

/**
 * The printers of `FOYER_PRINTER`, separated by spaces: the first prints, the others stand in for it in their order. Each is one of
 * `escpos+tcp://HOST:PORT`, `escpos+file:/dev/usb/lp0` (likewise `star`, `brother-ql`, `zpl`), `ipp://HOST/printers/NAME`, `ipps:`,
 * `system:NAME`, `show:`. Printers of this machine (loopback) are allowed; link-local addresses and those where clouds keep their
 * machines' credentials are not (rule PRN-12). A fault never repeats what was given: it may hold a password.
 */
export function printersOf({ name, value }: Given): Checked<readonly PrinterAddress[]> {
  const texts = value.split(/\s+/).filter(Boolean);
  if (texts.length === 0 || texts.length > most) return wrong(name, `must name one printer, or up to ${most} separated by spaces`);
  const addresses: PrinterAddress[] = [];
  for (const text of texts) {
    const address = addressOf(text);
    if (typeof address === 'string') return wrong(name, address);
    if (addresses.some((other) => placeOf(other) === placeOf(address))) return wrong(name, 'must not name one printer twice');
    addresses.push(address);
  }
  return fits(addresses);
}

/** What two names of one printer have in common. `ipp:` and `ipps:` lead to the same, and so does `system:` where there is CUPS. */
function placeOf(address: PrinterAddress): string {
  if (address.kind !== 'ipp' && address.kind !== 'system') return address.name;
  const { host, pathname } = address.kind === 'ipp' ? address.url : queueUrl(address.queue);
  return `${host}${pathname}`;
}

const kinds =
  'must be escpos+tcp://HOST, star+tcp:, brother-ql+tcp:, zpl+tcp:, the same with +file:/dev/usb/lp0, ipp://HOST/printers/NAME, system:NAME or show:';

function addressOf(text: string): PrinterAddress | string {
  if (text === 'show:') return { kind: 'show', name: 'show', media: { width: 576, dpi: 203 } };
  const [, scheme = '', rest = '', search = ''] = /^([a-z+-]+):([^?#]+)(?:\?([^#]*))?$/.exec(text) ?? [];
  const query = new URLSearchParams(search);
  const [language, way] = scheme.split('+');
  if (isLanguage(language) && way === 'tcp') return bytesOf(language, tcpOf(rest), query);
  if (isLanguage(language) && way === 'file') return bytesOf(language, fileOf(rest), query);
  if (scheme === 'ipp' || scheme === 'ipps') return ippOf(scheme, rest, query);
  if (scheme === 'system') return systemOf(rest, query);
  return kinds;
}

const isLanguage = (text: string | undefined): text is PrinterLanguage =>
  (languages as readonly (string | undefined)[]).includes(text);

function bytesOf(language: PrinterLanguage, way: Way | string, query: URLSearchParams): PrinterAddress | string {
  if (typeof way === 'string') return way;
  const fault = parameterFault(query, [...mediaParameters, 'status', ...(language === 'escpos' ? ['family'] : [])]);
  if (fault) return fault;
  const paper = paperOf(language, query);
  if (typeof paper === 'string') return paper;
  const family = query.get('family');
  if (family !== null && !isFamily(family)) return `must have a family of ${families.join(', ')}`;
  const status = query.get('status') ?? 'asked';
  if (status !== 'asked' && status !== 'none') return 'must have status=none, or no status';
  const name = way.kind === 'file' ? way.path : `${way.host.includes(':') ? `[${way.host}]` : way.host}:${way.port}`;
  return { kind: 'bytes', name, language, way, ...paper, ...(family && { family }), answers: status === 'asked' };
}

const isFamily = (text: string): text is Family => (families as readonly string[]).includes(text);

function tcpOf(rest: string): Way | string {
  const address = /^\/\/(?<address>[^/?#@\\]+)\/?$/.exec(rest)?.groups?.['address'];
  const host = hostOf(address);
  if (host === undefined || address === undefined) return kinds;
  if (isForbiddenHost(host)) return forbidden;
  const port = /:(\d+)$/.exec(address)?.[1] ?? defaultPort;
  return Number(port) < 1
    ? 'must have a port from 1 to 65535'
    : { kind: 'tcp', host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

const forbidden = 'must not be a link-local or a cloud metadata address';

/** Only for the schemes of the web does URL bring every spelling of an address (0xa9fea9fe, 2852039166) to one. */
function hostOf(address: string | undefined): string | undefined {
  const plain = `http://${address}`;
  return address !== undefined && URL.canParse(plain) ? new URL(plain).hostname : undefined;
}

/** A file of /dev alone: whatever else is on the machine is no printer, and a badge must not be written over it. */
function fileOf(path: string): Way | string {
  return /^\/dev(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/.test(path)
    ? { kind: 'file', path }
    : 'must have a device of this machine, such as /dev/usb/lp0';
}

function ippOf(scheme: string, rest: string, query: URLSearchParams): PrinterAddress | string {
  const { address, path = '/ipp/print' } = /^\/\/(?<address>[^/?#@\\]+)(?<path>\/[\w./%~-]*)?$/.exec(rest)?.groups ?? {};
  const host = hostOf(address);
  if (host === undefined) return kinds;
  if (isForbiddenHost(host)) return forbidden;
  const port = Number(/:(\d+)$/.exec(address ?? '')?.[1] ?? ippPort);
  if (port < 1) return 'must have a port from 1 to 65535';
  const url = new URL(`${scheme === 'ipps' ? 'https' : 'http'}://${host}:${port}${path}`);
  const paper = paperWith('ipp', query);
  if (typeof paper === 'string') return paper;
  return { kind: 'ipp', name: `${host}${port === ippPort ? '' : `:${port}`}${path}`, url, ...paper };
}

function systemOf(rest: string, query: URLSearchParams): PrinterAddress | string {
  const queue = decoded(rest);
  if (queue === undefined || queue.trim() === '' || queue.length > 200) return 'must have the name of a printer after system:';
  const paper = paperWith('system', query);
  return typeof paper === 'string' ? paper : { kind: 'system', name: queue, queue, ...paper };
}

function paperWith(language: PaperOf, query: URLSearchParams) {
  return parameterFault(query, mediaParameters) ?? paperOf(language, query);
}

function parameterFault(query: URLSearchParams, known: readonly string[]): string | undefined {
  const keys = [...query.keys()];
  const isFit = keys.every((key) => known.includes(key)) && new Set(keys).size === keys.length;
  return isFit ? undefined : `takes these parameters only, each once: ${known.join(', ')}`;
}

/** A name as it was, where spaces and other signs of it stand as %20. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
