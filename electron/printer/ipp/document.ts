import type { LabelSize } from '../address.ts';
import type { Media } from '../media.ts';
import { type Picture, pngOf } from '../picture.ts';
import { type Page, pdfOf } from './pdf.ts';
import { pwgRasterOf } from './pwg-raster.ts';
import type { IppReady } from './readiness.ts';

/** A picture as a printer takes it. */
export interface Document {
  readonly format: string;
  readonly bytes: Uint8Array;
  readonly page: Page;
}

/** The first of these that the printer reads: a page with a size, dots of a size, a picture alone. Undefined: it reads none of them. */
export function documentOf(
  picture: Picture,
  { formats }: Pick<IppReady, 'formats'>,
  { media, size }: { readonly media: Media; readonly size?: LabelSize | undefined },
): Document | undefined {
  const lengthOf = (dots: number) => Math.round((dots / media.dpi) * 2540);
  const page = {
    width: size ? size.width * 100 : lengthOf(picture.width),
    // A roll is cut where the badge ends.
    height: size?.height === undefined ? lengthOf(picture.height) : size.height * 100,
  };
  const makers: Readonly<Record<string, () => Uint8Array>> = {
    'application/pdf': () => pdfOf(picture, media.dpi, page),
    'image/pwg-raster': () => pwgRasterOf(picture, media.dpi, page),
    'image/png': () => pngOf(picture),
  };
  for (const [format, make] of Object.entries(makers)) if (formats.includes(format)) return { format, bytes: make(), page };
  return undefined;
}

/**
 * How a job is to be printed: once, on this page, as large as it is. Only what a printer names is sent, for some refuse what they do
 * not know; the size is sent always, since a driver's own default is an office page.
 */
export function jobAttributesOf({ format, page }: Document, { jobAttributes, scalings, cups }: IppReady, seconds: number) {
  const scaling = format === 'image/png' ? 'fit' : 'none';
  return {
    'media-col': { 'media-size': { 'x-dimension': page.width, 'y-dimension': page.height } },
    ...(scalings.includes(scaling) && { 'print-scaling': scaling }),
    ...(jobAttributes.includes('copies') && { copies: 1 }),
    ...(jobAttributes.includes('sides') && { sides: 'one-sided' }),
    // A banner page would name the job on paper; CUPS prints one where its queue is set so.
    ...(jobAttributes.includes('job-sheets') && { 'job-sheets': 'none' }),
    // CUPS knows it and does not name it (scheduler/job.c).
    ...((jobAttributes.includes('job-cancel-after') || cups) && { 'job-cancel-after': seconds }),
  };
}
