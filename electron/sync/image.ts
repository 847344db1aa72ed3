/** A kind of picture that a screen shows. */
export interface ImageKind {
  readonly type: string;
  readonly extension: string;
}

/** Pixels of the largest picture: a small file can unfold into more than the page's memory holds. */
const mostPixels = 25_000_000;

/**
 * What a picture is by its own first bytes, whatever anybody calls it; undefined: none that Foyer shows (PNG, JPEG, WebP, GIF), cut off
 * before its size, or too large to unfold.
 */
export function imageOf(bytes: Uint8Array): ImageKind | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { kind, begins, size } of kinds) {
    if (!begins(bytes)) continue;
    try {
      const [width, height] = size(view);
      return width > 0 && height > 0 && width * height <= mostPixels ? kind : undefined;
    } catch (error) {
      // The view ends before the size does.
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }
  return undefined;
}

const has = (bytes: Uint8Array, at: number, text: string): boolean =>
  Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text;

const kinds: readonly {
  readonly kind: ImageKind;
  readonly begins: (bytes: Uint8Array) => boolean;
  readonly size: (view: DataView) => readonly [number, number];
}[] = [
  {
    // https://www.w3.org/TR/png-3/#11IHDR
    kind: { type: 'image/png', extension: 'png' },
    begins: (bytes) => has(bytes, 0, '\x89PNG\r\n\x1a\n') && has(bytes, 12, 'IHDR'),
    size: (view) => [view.getUint32(16), view.getUint32(20)],
  },
  {
    kind: { type: 'image/jpeg', extension: 'jpg' },
    begins: (bytes) => has(bytes, 0, '\xff\xd8\xff'),
    size: jpegSize,
  },
  {
    kind: { type: 'image/webp', extension: 'webp' },
    begins: (bytes) => has(bytes, 0, 'RIFF') && has(bytes, 8, 'WEBPVP8'),
    size: webpSize,
  },
  {
    // https://www.w3.org/Graphics/GIF/spec-gif89a.txt, 18: the logical screen
    kind: { type: 'image/gif', extension: 'gif' },
    begins: (bytes) => has(bytes, 0, 'GIF87a') || has(bytes, 0, 'GIF89a'),
    size: (view) => [view.getUint16(6, true), view.getUint16(8, true)],
  },
];

/** Walks over the segments to the frame header (https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.2). */
function jpegSize(view: DataView): readonly [number, number] {
  for (let at = 2; ; at += 2 + Math.max(2, view.getUint16(at + 2))) {
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff) at += 1;
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff || marker === 0xda) return [0, 0];
    // C4, C8 and CC are tables that stand among the frame headers' markers.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return [view.getUint16(at + 7), view.getUint16(at + 5)];
    }
  }
}

/** The three kinds of first chunk (https://developers.google.com/speed/webp/docs/riff_container). */
function webpSize(view: DataView): readonly [number, number] {
  switch (view.getUint8(15)) {
    case 0x20:
      return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
    case 0x4c: {
      const packed = view.getUint32(21, true);
      return [(packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1];
    }
    case 0x58:
      return [(view.getUint32(23, true) >>> 8) + 1, (view.getUint32(26, true) >>> 8) + 1];
    default:
      return [0, 0];
  }
}
