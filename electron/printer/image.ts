/** What a PNG or JPEG file says of itself; `width` and `height` in pixels. */
export interface ImageSize {
  readonly type: 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
}

/** The size of a PNG or JPEG, read from its head; undefined for anything else and for what is cut off before it. */
export function imageOf(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = isPng(view) ? { type: 'png' as const, width: view.getUint32(16), height: view.getUint32(20) } : jpegOf(view);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

/** The bytes of a `data:` address of a PNG or JPEG; undefined for every other address. */
export function dataUrlOf(address: string): Uint8Array | undefined {
  const found = /^data:image\/(?:png|jpe?g);base64,/.exec(address);
  return found ? Buffer.from(address.slice(found[0].length), 'base64') : undefined;
}

// https://www.w3.org/TR/png-3/#5PNG-file-signature and #11IHDR, which comes first
const isPng = (view: DataView) =>
  view.byteLength >= 24 &&
  view.getUint32(0) === 0x89504e47 &&
  view.getUint32(4) === 0x0d0a1a0a &&
  view.getUint32(12) === 0x49484452;

/** The frame header's size: ITU-T T.81, B.1.1 and B.2.2. */
function jpegOf(view: DataView): ImageSize | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { type: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
