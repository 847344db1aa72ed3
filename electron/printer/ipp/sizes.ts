import type { LabelSize } from '../address.ts';
import { type Attributes, collectionsOf, textsOf } from './message.ts';

/** Loaded media in hundredths of a millimetre; a roll's length is from and to. */
export interface Loaded {
  readonly width: readonly [number, number];
  readonly height: readonly [number, number];
}

const tolerance = 100; // a millimetre: makers round

/**
 * What a printer says is loaded: `media-col-ready` (PWG 5100.3), else the names of `media-ready`
 * (PWG 5101.1: `oe_62x29mm-label_62x29mm`, `na_index-4x6_4x6in`).
 */
export function sizesOf(printer: Attributes): readonly Loaded[] {
  const sizes = collectionsOf(printer['media-col-ready']).flatMap(({ 'media-size': size }) => {
    const [read] = collectionsOf(size);
    const [width, height] = [rangeOf(read?.['x-dimension']), rangeOf(read?.['y-dimension'])];
    return width && height ? [{ width, height }] : [];
  });
  return sizes.length > 0 ? sizes : textsOf(printer['media-ready']).flatMap((name) => namedSize(name) ?? []);
}

function rangeOf(value: unknown): readonly [number, number] | undefined {
  const [from, to = from] = [value].flat();
  return typeof from === 'number' && typeof to === 'number' && from > 0 && to >= from ? [from, to] : undefined;
}

function namedSize(name: string): Loaded | undefined {
  const [, wide, high, unit] = /_(\d{1,5}(?:\.\d{1,4})?)x(\d{1,5}(?:\.\d{1,4})?)(mm|in)$/.exec(name) ?? [];
  if (wide === undefined || high === undefined) return undefined;
  const [width, height] = [wide, high].map((text) => Math.round(Number(text) * (unit === 'mm' ? 100 : 2540)));
  return width && height ? { width: [width, width], height: [height, height] } : undefined;
}

/** Whether a label of this size, or a roll so wide, is what is loaded; either way round, for the names put the short side first. */
export function fitsLabel({ width, height }: Loaded, size: LabelSize): boolean {
  const holds = ([from, to]: readonly [number, number], millimetres: number) =>
    millimetres * 100 >= from - tolerance && millimetres * 100 <= to + tolerance;
  if (size.height === undefined) return holds(width, size.width) || holds(height, size.width);
  return (holds(width, size.width) && holds(height, size.height)) || (holds(width, size.height) && holds(height, size.width));
}

/** `62 × 29 mm` */
export function sizeWords({ width, height }: Loaded): string {
  const words = ([from, to]: readonly [number, number]) =>
    from === to ? String(Math.round(from / 10) / 10) : `${Math.round(from / 100)}-${Math.round(to / 100)}`;
  return `${words(width)} × ${words(height)} mm`;
}
