import { encode } from 'uqr';
import { normaliseCode } from '../contract/code.ts';
import { failure, type Result, success } from '../contract/failure.ts';
import { dotsOf } from './media.ts';
import { type Picture, setDot } from './picture.ts';
import type { Box } from './transform.ts';

const quietZone = 4; // modules, ISO/IEC 18004
const smallestModule = 0.5; // millimetres

/**
 * Paints the QR code of a registration code into a box of a picture (in dots, `dpi` to the inch), its quiet zone within the box. Modules are whole
 * dots, at least half a millimetre. Six letters fit version 1 at level H. Fails as `printer.badge` for what is no code and for a box too small to be read from.
 */
export function paintQr(picture: Picture, code: string, box: Box, dpi: number): Result<void> {
  const text = normaliseCode(code);
  if (text === undefined) return failure('printer.badge', { operation: 'qr', field: 'code' });
  const { data, size } = encode(text, { ecc: 'H', border: 0 });
  const modules = size + 2 * quietZone;
  const module = Math.floor(Math.min(box.width, box.height) / modules);
  if (module < dotsOf(smallestModule, dpi)) return failure('printer.badge', { operation: 'qr', field: 'width' });
  const left = Math.floor(box.x + (box.width - modules * module) / 2);
  const top = Math.floor(box.y + (box.height - modules * module) / 2);
  for (let y = 0; y < modules * module; y++) {
    const row = data[Math.floor(y / module) - quietZone];
    for (let x = 0; x < modules * module; x++)
      setDot(picture, left + x, top + y, row?.[Math.floor(x / module) - quietZone] ?? false);
  }
  return success(undefined);
}
