import type { Media } from '../media.ts';
import type { Picture } from '../picture.ts';
import type { Job } from '../protocol.ts';

/**
 * A picture as one ZPL II format: one label, as wide as the picture, `^GFA` with its dots in hexadecimal. What other programs may have left set
 * (home, shift, mirror, reverse, orientation) is set back. Nothing of the visitor is in it but the digits 0-9 and A-F, whose number stands
 * before them: no `^`, `~`, `\` or `_` of a name (PRN-5).
 *
 * A roll without labels is printed as continuous (`^MNN`); for labels the printer's own finding of gaps or marks is left as it is set.
 * ZPL II Programming Guide, ^GF (https://docs.zebra.com/us/en/printers/software/zpl-pg/zpl-commands/^gf.html)
 */
export function encodeJob({ width, height, bits }: Picture, media: Media): Job {
  const bytes = (width >> 3) * height;
  const length = Math.max(height, media.height ?? 0);
  const tracking = media.height === undefined ? '^MNN' : '';
  const begin = `^XA^PW${width}^LL${length}${tracking}^LH0,0^LT0^LS0^PON^PMN^LRN^FO0,0^GFA,${bytes},${bytes},${width >> 3},`;
  const dots = Buffer.from(bits.buffer, bits.byteOffset, bytes).toString('hex').toUpperCase();
  return { bytes: Buffer.from(`${begin}${dots}^FS^PQ1,0,1,N^XZ\r\n`, 'latin1') };
}
