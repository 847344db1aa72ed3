import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { looking } from '../../../renderer/scan/decode/looking.ts';
import type { Luma } from '../../../renderer/scan/decode/luma.ts';
import { openZxing } from '../../../renderer/scan/decode/zxing.ts';

/** What was read of a photo, and in what time. */
export interface PhotoRead {
  readonly texts: readonly string[];
  readonly milliseconds: number;
}

/** What one photo may cost at most, in ms. */
const limit = 110;

const open = openZxing(wasm).then((zxing) => looking(zxing));
addEventListener('message', async ({ data }: MessageEvent<Luma>) => {
  const looks = await open;
  // Photos have nothing to do with each other, so each begins with the first way to look.
  looks.afresh();
  const begun = performance.now();
  const { sightings } = looks.look(data, limit);
  const read: PhotoRead = { texts: sightings.map(({ text }) => text), milliseconds: performance.now() - begun };
  postMessage(read);
});
