import type { LabelSize } from '../address.ts';
import type { Media } from '../media.ts';

/** What is printed of a label, in dots at 300 dpi: Brother's raster command reference, QL-800 series, 2.3.2. */
const printable: Readonly<Record<string, readonly [width: number, height?: number]>> = {
  '29': [306],
  '62': [696],
  '62x29': [696, 271],
  '62x100': [696, 1109],
};

/** The dots of a label that a Brother QL takes; undefined: there is no such roll. */
export function qlMedia({ width, height }: LabelSize): Media | undefined {
  const dots = printable[height === undefined ? `${width}` : `${width}x${height}`];
  return dots && { width: dots[0], ...(dots[1] !== undefined && { height: dots[1] }), dpi: 300 };
}
