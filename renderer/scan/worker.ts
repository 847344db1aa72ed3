import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { asCode } from './as-code.ts';
import { attention, type Noticed } from './decode/attention.ts';
import { looking } from './decode/looking.ts';
import type { Luma } from './decode/luma.ts';
import { lumaOfFrame } from './decode/luma-of-frame.ts';
import { meantOf, type Sighting } from './decode/sighting.ts';
import { openZxing } from './decode/zxing.ts';
import { type Guidance, guidanceFor, steadyAdvice } from './guidance.ts';
import { isBlack, pictureWatch } from './health.ts';
import type { FromWorker, ToWorker, View } from './worker-messages.ts';

// The decoding, off the main thread: it is given a camera's frames as a stream and says what it sees in them.

const now = (): number => performance.now();
/** How often the page hears how the picture is, in ms: soon where that changed, seldom where not, for each message leaves something in the browser. */
const viewEvery = 1_000;
const changedEvery = 200;
/** The texts of codes are short; what is longer than any of ours is not copied to the page. */
const longestText = 4_096;
const darkLight = 30;
const burntLight = 190;

const looks = openZxing(wasm).then((zxing) => looking(zxing));
const tell = (message: FromWorker): void => postMessage(message);
looks.then(
  () => tell({ kind: 'ready' }),
  () => tell({ kind: 'broken' }),
);
let reading: ReadableStreamDefaultReader<VideoFrame> | undefined;

// What throws while it decodes ends the watching: the page is told, and takes another worker.
addEventListener('message', ({ data }: MessageEvent<ToWorker>) => void watch(data).catch(() => tell({ kind: 'broken' })));

async function watch({ watch: id, frames }: ToWorker): Promise<void> {
  reading?.cancel().catch(() => undefined);
  const reader = frames?.getReader();
  reading = reader;
  if (!reader) return;
  const attend = attention(await looks);
  const viewOf = viewer();
  const lumaOf = lumaOfFrame();
  for (;;) {
    // No queue: the stream keeps one frame, and a newer one takes its place: https://www.w3.org/TR/mediacapture-transform/#dom-mediastreamtrackprocessorinit-maxbuffersize
    const { done, value: frame } = await reader.read();
    if (done) return;
    // A frame that cannot be copied was closed under our hands, as at the end of a stream.
    const luma = await lumaOf(frame).catch(() => undefined);
    frame.close();
    if (!luma) continue;
    const noticed = attend(luma);
    const meant = noticed.look && meantIn(noticed.look.sightings, luma);
    if (meant) tell({ kind: 'code', watch: id, text: meant.text.slice(0, longestText) });
    const view = viewOf(noticed, luma);
    if (view) tell({ kind: 'view', watch: id, view });
  }
}

/** The code that is meant: one that looks like ours, whatever hangs on the wall beside it, else the one that is to be told that it is none. */
function meantIn(sightings: readonly Sighting[], { width, height }: Luma): Sighting | undefined {
  const ours = sightings.filter(({ text }) => asCode(text) !== '');
  return meantOf(ours.length > 0 ? ours : sightings, width, height);
}

/** Gathers what the page is to know of the picture; answers it once a second, sooner where it changed. */
function viewer(): (noticed: Noticed, picture: Luma) => View | undefined {
  const faultIn = pictureWatch(now);
  const steady = steadyAdvice(now);
  let said = Number.NEGATIVE_INFINITY;
  let last = '';
  let advice: Guidance | undefined;
  let isBurnt = false;
  return ({ frame, corner, look }, { width, height }) => {
    const fault = faultIn(frame);
    if (look) {
      advice = steady(guidanceFor({ glimpse: look.glimpse, corner: look.sightings.length > 0 ? 0 : corner }, frame, width, height));
      isBurnt = look.glimpse !== undefined && frame.light > burntLight;
    }
    if (now() - said < changedEvery) return undefined;
    const isDark = frame.light < darkLight;
    const view = { isBlack: isBlack(frame), isDark, isBurnt, ...(fault && { fault }), ...(advice && { advice }) };
    const text = JSON.stringify(view);
    if (text === last && now() - said < viewEvery) return undefined;
    said = now();
    last = text;
    return view;
  };
}
