import type { LabelSize, PrinterLanguage } from '../printer/address.ts';
import { qlMedia } from '../printer/brother-ql/media.ts';
import { dotsOf, type Media } from '../printer/media.ts';

/** The parameters of a printer's address that say what it prints on. */
export const mediaParameters = ['width', 'media', 'dpi'] as const;

export type PaperOf = PrinterLanguage | 'ipp' | 'system';
export interface Paper {
  readonly media: Media;
  readonly size?: LabelSize;
}

// What the families come as: receipt printers and Zebra's are sold with 203 dots to the inch, label printers of an office with 300.
const defaultDpi: Readonly<Record<PaperOf, number>> = {
  escpos: 203,
  star: 203,
  zpl: 203,
  'brother-ql': 300,
  ipp: 300,
  system: 300,
};
const usualWidth = 576; // 80 mm paper at 203 dpi

/**
 * What a printer prints on, from `width=DOTS` (receipt printers) or `media=WIDTHxHEIGHT` in millimetres (`media=62`: a roll), and `dpi`; a text
 * instead says what is wrong with it.
 */
export function paperOf(language: PaperOf, query: URLSearchParams): Paper | string {
  const dpi = query.get('dpi') ?? String(defaultDpi[language]);
  if (!/^\d{3}$/.test(dpi) || Number(dpi) < 100 || Number(dpi) > 600) return 'must have a dpi from 100 to 600';
  const media = query.get('media');
  const width = query.get('width');
  if (media !== null && width !== null) return 'must say either width or media';
  if (media !== null) return labelOf(language, media, Number(dpi));
  if (language !== 'escpos' && language !== 'star') return 'must say its media in millimetres, such as media=62x100';
  return rollOf(width ?? String(usualWidth), Number(dpi));
}

function rollOf(width: string, dpi: number): Paper | string {
  if (!/^\d{2,4}$/.test(width) || Number(width) < 64 || Number(width) > 2000 || Number(width) % 8 !== 0)
    return 'must have a width from 64 to 2000 dots, a multiple of 8';
  return { media: { width: Number(width), dpi } };
}

function labelOf(language: PaperOf, text: string, dpi: number): Paper | string {
  const [, wide, high] = /^(\d{2,3})(?:x(\d{2,3}))?$/.exec(text) ?? [];
  const size = { width: Number(wide), ...(high !== undefined && { height: Number(high) }) };
  if (wide === undefined || size.width < 12 || size.width > 220 || Number(high ?? 12) < 12 || Number(high ?? 12) > 400)
    return 'must have media of 12 to 220 mm by 12 to 400 mm, such as media=62x100';
  if (language === 'brother-ql') {
    const known = dpi === 300 ? qlMedia(size) : undefined;
    return known
      ? { media: known, size }
      : 'must name media that a Brother QL takes, such as media=62, 62x29 or 62x100, at 300 dpi';
  }
  const width = dotsOf(size.width, dpi) & ~7;
  return { media: { width, dpi, ...(size.height !== undefined && { height: dotsOf(size.height, dpi) }) }, size };
}
