import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';
import { Html5Qrcode, Html5QrcodeSupportedFormats } from 'html5-qrcode';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

// html5-qrcode takes a global BarcodeDetector only if it is there before it is constructed; its own decoder reads about half as many
// codes. The same one everywhere, so that a kiosk reads alike on every system. The module's default address is a public CDN.
Object.assign(globalThis, { BarcodeDetector });
void prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });

/** A scanner for QR codes that draws the camera's picture into the element with this id. */
export function qrScanner(elementId: string): Html5Qrcode {
  const scanner = new Html5Qrcode(elementId, {
    formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE],
    experimentalFeatures: { useBarCodeDetectorIfSupported: true },
    verbose: false,
  });
  // Otherwise it gives every second frame to its own decoder, on the main thread (html5-qrcode 2.3.8, code-decoder.ts).
  const { qrcode } = scanner as unknown as { qrcode: { secondaryDecoder: unknown } };
  qrcode.secondaryDecoder = undefined;
  return scanner;
}
