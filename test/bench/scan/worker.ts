import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { attention } from '../../../renderer/scan/decode/attention.ts';
import { looking } from '../../../renderer/scan/decode/looking.ts';
import type { Luma } from '../../../renderer/scan/decode/luma.ts';
import { openZxing } from '../../../renderer/scan/decode/zxing.ts';

/** What was read of a photo, and in what time of looking. `held`: for how long (ms) it was before the camera, with the pauses between looks. */
export interface PhotoRead {
  readonly texts: readonly string[];
  readonly milliseconds: number;
  readonly held?: number;
}

/** So much looking, in ms, a photo that is held before the camera may cost; and how often the camera shows it. */
const limit = 120;
const framePause = 1_000 / 30;

const open = openZxing(wasm).then((zxing) => looking(zxing));
addEventListener('message', async ({ data }: MessageEvent<Luma>) => {
  const looks = await open;
  let frames = 0;
  let milliseconds = 0;
  const attend = attention(looks, () => frames * framePause);
  let texts: string[] = [];
  for (; texts.length === 0 && milliseconds < limit; frames += 1) {
    const begun = performance.now();
    const { look } = attend(data);
    if (!look) continue;
    milliseconds += performance.now() - begun;
    texts = look.sightings.map(({ text }) => text);
  }
  postMessage({ texts, milliseconds, held: (frames - 1) * framePause } satisfies PhotoRead);
});
