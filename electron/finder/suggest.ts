import { isForbiddenHost } from '../settings/forbidden-host.ts';
import { printersOf } from '../settings/printer.ts';
import type { Advert } from './advert.ts';

/** What `FOYER_PRINTER` could be for a printer, or why there is no such text. The media are a guess: what is loaded, a person sees. */
export type Suggestion = { readonly value: string } | { readonly why: 'address' | 'language' };

/** By what a maker calls its models or their language, what to speak to them; the first that fits. */
const makers: readonly (readonly [pattern: RegExp, language: string, media: string])[] = [
  [/\bQL-?\d{3,4}/i, 'brother-ql', '?media=62'],
  [/zebra|\bzpl|\bZD\d|\bZT\d|\bG[KXC]\d{3}/i, 'zpl', '?media=104x54'],
  [/\bstar\b|starprnt|\bTSP\d|\bmC-?(print|label)/i, 'star', ''],
  [/\bTM-[a-z]\d|esc\/?pos|receipt|citizen ct|bixolon srp|\bSRP-/i, 'escpos', ''],
];

/** Formats that a page can be sent in; a printer that names none of them would refuse each badge. */
const pages = /application\/pdf|image\/pwg-raster|image\/png/i;

/** A suggestion for a printer that was heard. It is checked like a setting, so what is printed can be used as it stands. */
export function suggestionFor({ service, hosts, port, txt, name }: Advert): Suggestion {
  const host = hosts.map(spelled).find((one) => one !== undefined);
  if (host === undefined) return { why: 'address' };
  const says = [name, ...Object.values(txt)].join(' ');
  if (service !== 'pdl-datastream') {
    if (!pages.test(txt['pdl'] ?? '')) return { why: 'language' };
    const path = (txt['rp'] ?? 'ipp/print').replace(/^\//, '');
    return checked(
      `${service}://${host}${port === 631 ? '' : `:${port}`}/${path}?media=${/\bQL-?\d/i.test(says) ? '62' : '62x100'}`,
    );
  }
  const [, language, media = ''] = makers.find(([pattern]) => pattern.test(says)) ?? [];
  return language === undefined
    ? { why: 'language' }
    : checked(`${language}+tcp://${host}${port === 9100 ? '' : `:${port}`}${media}`);
}

/** A suggestion for a queue of the operating system. */
export const suggestionForQueue = (name: string): Suggestion => checked(`system:${encodeURIComponent(name)}?media=62x100`);

/** A suggestion for a device of this machine: a receipt printer, as most that are bought with a cable. */
export const suggestionForDevice = (path: string): Suggestion => checked(`escpos+file:${path}`);

function checked(value: string): Suggestion {
  return printersOf({ name: 'FOYER_PRINTER', value }).ok ? { value } : { why: 'address' };
}

/** A host as it stands in an address; undefined for one that Foyer would refuse, or that leads to this machine only. */
function spelled(host: string): string | undefined {
  const written = host.includes(':') ? `[${host}]` : host;
  if (!URL.canParse(`http://${written}`)) return undefined;
  const { hostname } = new URL(`http://${written}`);
  return isForbiddenHost(hostname) || /^(127\.|0\.|\[::1?\]$|localhost$)/.test(hostname) ? undefined : hostname;
}
