import { deflateSync } from 'node:zlib';
import type { Picture } from '../picture.ts';

/** A page in hundredths of a millimetre, as IPP counts. */
export interface Page {
  readonly width: number;
  readonly height: number;
}

const pointsOf = (hundredths: number): number => (hundredths / 2540) * 72;

/**
 * A picture on one page of its size, dot for dot at `dpi`, at the top and in the middle; made smaller only where the page is too small.
 * PDF, because its page has a size in the world that every driver keeps.
 */
export function pdfOf(picture: Picture, dpi: number, page: Page): Buffer {
  const [pageWidth, pageHeight] = [pointsOf(page.width), pointsOf(page.height)];
  const natural = { width: (picture.width / dpi) * 72, height: (picture.height / dpi) * 72 };
  const scale = Math.min(1, pageWidth / natural.width, pageHeight / natural.height);
  const [width, height] = [natural.width * scale, natural.height * scale];
  const drawing = `q ${fixed(width)} 0 0 ${fixed(height)} ${fixed((pageWidth - width) / 2)} ${fixed(pageHeight - height)} cm /P Do Q`;
  // 1 is black in a picture and white in PDF's grey: Decode turns it (ISO 32000-1, 8.9.5.2).
  const image = `/Type/XObject/Subtype/Image/Width ${picture.width}/Height ${picture.height}/ColorSpace/DeviceGray/BitsPerComponent 1/Decode[1 0]/Interpolate false/Filter/FlateDecode`;
  return written([
    object('/Type/Catalog/Pages 2 0 R/ViewerPreferences<</PrintScaling/None>>'),
    object('/Type/Pages/Kids[3 0 R]/Count 1'),
    object(
      `/Type/Page/Parent 2 0 R/MediaBox[0 0 ${fixed(pageWidth)} ${fixed(pageHeight)}]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>`,
    ),
    stream('', Buffer.from(drawing)),
    stream(image, deflateSync(picture.bits)),
  ]);
}

const fixed = (points: number): string => points.toFixed(4);
const object = (dictionary: string): Buffer => Buffer.from(`<<${dictionary}>>`);
const stream = (dictionary: string, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<<${dictionary}/Length ${bytes.length}>>\nstream\n`), bytes, Buffer.from('\nendstream')]);

/** The objects with their numbers, and the table of where each begins. */
function written(objects: readonly Buffer[]): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let at = parts[0]?.length ?? 0;
  const begins = objects.map((body, index) => {
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(whole);
    at += whole.length;
    return at - whole.length;
  });
  const table = begins.map((begin) => `${String(begin).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  parts.push(
    Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}
