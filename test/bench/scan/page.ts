import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';
import { Html5Qrcode, Html5QrcodeSupportedFormats } from 'html5-qrcode';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { lightOf } from '../../../renderer/scan/decode/luma-of-frame.ts';
import type { PhotoRead } from './worker.ts';

/** A reader of photos: the texts in one, and the milliseconds that it took, without loading and decoding the file. */
type Reader = (photo: ImageData) => Promise<PhotoRead>;

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** The camera gives its light as a plane of its own; a photo's is made here, outside of the time. */
const ours: Reader = ({ data, width, height }) => {
  const luma = new Uint8Array(width * height);
  for (let index = 0; index < luma.length; index += 1) luma[index] = lightOf(data, index * 4);
  return new Promise((resolve) => {
    worker.onmessage = ({ data: read }: MessageEvent<PhotoRead>) => resolve(read);
    worker.postMessage({ width, height, data: luma }, [luma.buffer]);
  });
};

/** html5-qrcode's own decoder, at the photo's full size; or, with a BarcodeDetector, that one through it. */
function html5Qrcode(element: string, withPolyfill: boolean): Reader {
  if (withPolyfill) Object.assign(globalThis, { BarcodeDetector });
  else Reflect.deleteProperty(globalThis, 'BarcodeDetector');
  const scanner = new Html5Qrcode(element, {
    formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE],
    experimentalFeatures: { useBarCodeDetectorIfSupported: withPolyfill },
    verbose: false,
  });
  const { qrcode } = scanner as unknown as {
    qrcode: { secondaryDecoder?: unknown; decodeAsync(from: unknown): Promise<{ text: string }> };
  };
  if (withPolyfill) Reflect.deleteProperty(qrcode, 'secondaryDecoder');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (photo) => {
    canvas.width = photo.width;
    canvas.height = photo.height;
    context?.putImageData(photo, 0, 0);
    const begun = performance.now();
    const texts = await qrcode.decodeAsync(canvas).then(
      ({ text }) => [text],
      () => [],
    );
    return { texts, milliseconds: performance.now() - begun };
  };
}

void prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
const readers: Readonly<Record<string, Reader>> = {
  stock: html5Qrcode('stock', false),
  polyfill: html5Qrcode('polyfill', true),
  ours,
};

/** Reads one photo with one reader. */
async function read(name: string, address: string): Promise<PhotoRead> {
  const bitmap = await createImageBitmap(await (await fetch(address)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(bitmap, 0, 0);
  const photo = context?.getImageData(0, 0, bitmap.width, bitmap.height);
  bitmap.close();
  const reader = readers[name];
  if (!photo || !reader) throw new Error(`there is no reader ${name}`);
  return reader(photo);
}

/**
 * The camera live, for at most so many ms: `video` shows it and no more; `stock` is html5-qrcode as it comes, and answers the ms from its start to a
 * code, undefined where none came.
 */
async function live(name: string, milliseconds: number): Promise<number | undefined> {
  const limit = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), milliseconds));
  if (name === 'video') {
    const video = document.createElement('video');
    Object.assign(video, { muted: true, width: 1080 });
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } });
    document.body.append(video);
    await video.play();
    return limit;
  }
  Reflect.deleteProperty(globalThis, 'BarcodeDetector');
  const scanner = new Html5Qrcode('stock', { formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE], verbose: false });
  const begun = performance.now();
  let found = (_: number): void => {};
  const code = new Promise<number>((resolve) => {
    found = resolve;
  });
  await scanner.start({ facingMode: 'user' }, { fps: 10 }, () => found(performance.now() - begun), undefined);
  const taken = await Promise.race([code, limit]);
  await scanner.stop();
  return taken;
}

Object.assign(window, { read, live });
