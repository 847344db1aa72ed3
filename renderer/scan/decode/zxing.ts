import { prepareZXingModule, type ReadResult, type ZXingReaderModule } from 'zxing-wasm/reader';
import type { Luma } from './luma.ts';
import type { Sighting } from './sighting.ts';

/** How zxing-cpp looks: which of its own passes it makes (https://github.com/zxing-cpp/zxing-cpp/blob/master/core/src/ReaderOptions.h). */
export interface Manner {
  /** `local`: by blocks of pixels; `global`: one threshold for the picture; `given`: the picture is black and white already. */
  readonly threshold: 'local' | 'global' | 'given';
  readonly downscaled: boolean;
  readonly denoised: boolean;
}

/** zxing-cpp on grey pictures. Answers the codes it found, all of them where `most` allows it. */
export type Zxing = (picture: Luma, manner: Manner, most: number) => Sighting[];

interface Memory {
  readonly HEAPU8: Uint8Array;
  readonly _malloc: (size: number) => number;
  readonly _free: (at: number) => void;
}

const binarizers = { local: 0, global: 1, given: 2 } as const;

const options = {
  // Not Micro QR: a few modules of anything are a "valid" one now and then ("25" in a photo of something else).
  formats: 'QRCodeModel2',
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  isPure: false,
  downscaleThreshold: 500,
  downscaleFactor: 3,
  minLineCount: 2,
  validateOptionalChecksum: false,
  returnErrors: false,
  eanAddOnSymbol: 0,
  textMode: 0,
  characterSet: 0,
  tryCode39ExtendedMode: true,
};

/**
 * Loads the decoder from our own origin (by default it comes from a public CDN, which a kiosk must never call). The picture goes straight into its
 * memory as luma: the package's own function takes RGBA and gathers, for each picture, memory that is not given back.
 */
export async function openZxing(wasm: string | Uint8Array): Promise<Zxing> {
  const overrides = typeof wasm === 'string' ? { locateFile: () => wasm } : { wasmBinary: wasm as Uint8Array<ArrayBuffer> };
  // Its types leave out what Emscripten gives every module: https://emscripten.org/docs/api_reference/preamble.js.html
  const module = (await prepareZXingModule({ overrides, fireImmediately: true })) as ZXingReaderModule & Memory;
  let room = 0;
  let at = 0;
  return ({ width, height, data }, manner, most) => {
    const size = width * height;
    if (size > room) {
      if (room > 0) module._free(at);
      at = module._malloc(size);
      room = size;
    }
    module.HEAPU8.set(data.subarray(0, size), at);
    const found = module.readBarcodesFromPixmap(at, width, height, {
      ...options,
      binarizer: binarizers[manner.threshold],
      tryDownscale: manner.downscaled,
      tryDenoise: manner.denoised,
      maxNumberOfSymbols: most,
    });
    const sightings: Sighting[] = [];
    for (let index = 0; index < found.size(); index += 1) {
      const result = found.get(index) as Pick<ReadResult, 'isValid' | 'text' | 'position'> | undefined;
      if (!result?.isValid) continue;
      const { topLeft, topRight, bottomRight, bottomLeft } = result.position;
      sightings.push({ text: result.text, corners: [topLeft, topRight, bottomRight, bottomLeft] });
    }
    // Emscripten's containers live until they are told to go: https://emscripten.org/docs/porting/connecting_cpp_and_javascript/embind.html#memory-management
    (found as unknown as { delete: () => void }).delete();
    return sightings;
  };
}
