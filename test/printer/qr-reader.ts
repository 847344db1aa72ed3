import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
const wasmBinary = new Uint8Array(readFileSync(wasm)).buffer;
prepareZXingModule({ overrides: { wasmBinary } });

/** The texts of the QR codes in a picture of one byte a dot, 1 is black, with their version and error correction level. */
export async function readQr({ width, height, bits }: { width: number; height: number; bits: Uint8Array }) {
  const colours = new Uint32Array(width * height);
  for (let dot = 0; dot < colours.length; dot++) colours[dot] = bits[dot] ? 0xff000000 : 0xffffffff;
  const image = { data: new Uint8ClampedArray(colours.buffer), width, height, colorSpace: 'srgb' as const };
  const found = await readBarcodes(image, { formats: ['QRCode'], maxNumberOfSymbols: 4 });
  return found.map(({ text, ecLevel, version, position }) => ({ text, ecLevel, version, position }));
}
