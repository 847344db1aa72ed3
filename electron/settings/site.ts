import { X509Certificate } from 'node:crypto';
import { resolve } from 'node:path';
import { includedTemplates } from '../printer/included.ts';
import { readBounded } from './bounded.ts';
import { type Checked, fits, type Settings, wrong } from './settings.ts';
import type { Given, Sources } from './sources.ts';

type SiteSettings = Pick<
  Settings,
  'openapi' | 'ca' | 'proxy' | 'resource' | 'kiosk' | 'services' | 'doorCode' | 'callback' | 'drawing'
>;

const id = /^[\w-]{1,64}$/;

/** What a site lets Foyer make use of, and the way to its server. Every one of these is off, or as the machine has it, where nothing is set. */
export function siteOf(given: Sources, folder: string): Checked<SiteSettings> {
  const openapi = given('FOYER_OPENAPI');
  const ca = caOf(given('FOYER_CA'), folder);
  if (!ca.ok) return ca;
  const proxy = proxyOf(given('FOYER_PROXY'));
  if (!proxy.ok) return proxy;
  const resource = given('FOYER_RESOURCE');
  if (resource && !id.test(resource.value)) return wrong(resource.name, 'must be the id of a bookable resource, such as 12');
  const kiosk = given('FOYER_KIOSK');
  if (kiosk && !/^[^\p{Cc}\p{Cs}]{1,60}$/u.test(kiosk.value)) return wrong(kiosk.name, 'must be a name of at most 60 letters');
  const services = servicesOf(given('FOYER_SERVICES'));
  if (!services.ok) return services;
  const doorCode = given('FOYER_DOOR_CODE');
  const shownOn = doorCode ? doorCodePlaces.find((place) => place === doorCode.value) : undefined;
  if (doorCode && !shownOn) return wrong(doorCode.name, `must be ${doorCodePlaces.join(', ')}`);
  const callback = callbackOf(given('FOYER_CALLBACK'), given('FOYER_CALLBACK_LISTEN'));
  if (!callback.ok) return callback;
  const template = given('FOYER_BADGE')?.value;
  const logo = given('FOYER_LOGO')?.value;
  const isIncluded = includedTemplates.some((name) => name === template);
  return fits({
    drawing: {
      ...(template && { template: isIncluded ? template : resolve(folder, template) }),
      ...(logo && { logo: resolve(folder, logo) }),
    },
    ...(openapi && { openapi: resolve(folder, openapi.value) }),
    ...(ca.value && { ca: ca.value }),
    ...(proxy.value && { proxy: proxy.value }),
    ...(resource && { resource: resource.value }),
    ...(kiosk && { kiosk: kiosk.value }),
    services: services.value,
    ...(shownOn && { doorCode: shownOn }),
    ...(callback.value && { callback: callback.value }),
  });
}

const doorCodePlaces = ['screen', 'badge', 'both'] as const;
// What the confirm screen has room for beside the visit.
const mostServices = 6;
const largestCa = 1024 * 1024;

/** The certificates that are trusted besides the well-known authorities. */
function caOf(given: Given | undefined, folder: string): Checked<string | undefined> {
  if (!given) return fits(undefined);
  const bytes = readBounded(resolve(folder, given.value), largestCa);
  if (bytes === undefined) return wrong(given.name, 'names a file that cannot be read');
  const text = bytes.toString('latin1');
  if (bytes.length > largestCa || !isCertificate(text)) {
    return wrong(given.name, 'names a file that holds no certificate (PEM)');
  }
  return fits(text);
}

/** OpenSSL passes over what it cannot read, and the first call would fail for no reason that anybody sees. */
function isCertificate(text: string): boolean {
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    return certificates.length > 0 && certificates.every((certificate) => new X509Certificate(certificate));
  } catch {
    return false;
  }
}

function proxyOf(given: Given | undefined): Checked<URL | undefined> {
  if (!given) return fits(undefined);
  const url = URL.canParse(given.value) ? new URL(given.value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname.length > 1 || url.search || url.hash) {
    return wrong(given.name, 'must be an address such as http://proxy.example.org:3128');
  }
  if (![url.username, url.password].every(isDecodable)) {
    return wrong(given.name, 'has a name or password that is not percent-encoded: a percent sign is written %25');
  }
  return fits(url);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function servicesOf(given: Given | undefined): Checked<readonly string[]> {
  if (!given) return fits([]);
  const ids = given.value.split(',').map((item) => item.trim());
  if (ids.length > mostServices || !ids.every((item) => id.test(item))) {
    return wrong(given.name, 'must be up to 6 ids of service items with commas between them');
  }
  return fits([...new Set(ids)]);
}

/**
 * The address at which the server reaches this kiosk, and where to listen for it: an http address says both; behind https something of
 * the site's own ends the TLS, so where to listen is said besides (that something must hand the path on as it is).
 */
function callbackOf(given: Given | undefined, listen: Given | undefined): Checked<Settings['callback']> {
  if (!given) return listen ? wrong(listen.name, 'needs FOYER_CALLBACK') : fits(undefined);
  const url = URL.canParse(given.value) ? new URL(given.value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || /[?#]/.test(given.value)) {
    return wrong(given.name, 'must be an address such as http://192.168.1.20:8765 or https://kiosk.example.org/lobby');
  }
  if (unspecified.includes(url.hostname) || url.port === '0') {
    return wrong(given.name, 'must hold the address at which the server reaches this kiosk');
  }
  if (listen) {
    const place = placeOf(listen.value);
    return place ? fits({ url, ...place }) : wrong(listen.name, 'must be a port, or an address and a port such as 127.0.0.1:8765');
  }
  if (url.protocol === 'https:')
    return wrong('FOYER_CALLBACK_LISTEN', 'must be set: Foyer does not end the TLS of FOYER_CALLBACK itself');
  const port = Number(url.port || 80);
  if (url.hostname === 'localhost') return fits({ url, host: '127.0.0.1', port });
  if (!isAddress(url.hostname)) return wrong(given.name, 'must hold the IP address to listen on, or set FOYER_CALLBACK_LISTEN');
  return fits({ url, host: bare(url.hostname), port });
}

/** Every interface: an address to listen on, at which nobody can be reached. */
const unspecified = ['0.0.0.0', '[::]'];

/** Where to listen: `8765` (this machine alone), `192.168.1.20:8765` or `[::1]:8765`. */
function placeOf(text: string): { readonly host: string; readonly port: number } | undefined {
  const [, host = '127.0.0.1', port = ''] = /^(?:([\d.]+|\[[\da-f:.]+\]):)?(\d{1,5})$/i.exec(text) ?? [];
  if (!URL.canParse(`http://${host}`) || Number(port) < 1 || Number(port) > 65_535) return undefined;
  return { host: bare(new URL(`http://${host}`).hostname), port: Number(port) };
}

/** Is a host name of a parsed URL an IP address? URL refuses what only looks like one. */
const isAddress = (host: string): boolean => /^[\d.]+$|^\[/.test(host);

const bare = (host: string): string => host.replace(/[[\]]/g, '');
