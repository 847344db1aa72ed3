import { halved, type Luma } from './luma.ts';
import { type SecondFamily, type SecondLook, secondFamily } from './second-family.ts';
import type { Glimpse, Sighting } from './sighting.ts';
import { localThreshold, type Threshold } from './threshold.ts';
import type { Manner, Zxing } from './zxing.ts';

/** What came of a look: the codes in the picture, or where one seems to be. */
export interface Look {
  readonly sightings: readonly Sighting[];
  readonly glimpse?: Glimpse;
}

/** One way to look again at a picture in which the first look found nothing. */
type Rung = (picture: Luma) => Look;

const plain: Manner = { threshold: 'local', downscaled: true, denoised: false };
const mostAtOnce = 12;
const nothing: Look = { sightings: [] };

/**
 * Looks at pictures, each within its time. The first look is quick (a few ms) and reads nine of ten. Where it finds nothing, the other ways follow one after the other, one in any case
 * and more as long as each is likely to fit into the time; the next picture goes on with those that did not, so that a code held still before a live camera meets all of them
 * within a few frames while no frame waits long. No time: the first look alone. `afresh`: the next picture has nothing to do with the last.
 */
export interface Looking {
  look(picture: Luma, milliseconds: number): Look;
  afresh(): void;
}

/** Looks with zxing-cpp first, then in turn with its other thresholds, with a threshold of our own, and with a second family of decoders. */
export function looking(zxing: Zxing, now: () => number = () => performance.now()): Looking {
  const rungs = rungsOf(zxing, secondFamily(), localThreshold());
  /** What each way costs for a pixel. */
  const costs = new Map<Rung, number>();
  let next = 0;
  return {
    afresh: () => {
      next = 0;
    },
    look: (picture, milliseconds) => {
      const begun = now();
      const found = zxing(picture, plain, 1);
      // Several codes in a picture are rare and cost more to find: only once there is one.
      if (found.length > 0) return { sightings: zxing(picture, plain, mostAtOnce) };
      const size = picture.width * picture.height;
      let glimpse: Glimpse | undefined;
      for (let tried = 0; tried < rungs.length; tried += 1) {
        const rung = rungs[next % rungs.length] as Rung;
        const left = milliseconds - (now() - begun);
        const usual = (costs.get(rung) ?? 0) * size;
        // One that does not fit is first with the next picture, and then it is tried: a slow machine does not lose it, only waits longer for it.
        if (milliseconds <= 0 || (tried > 0 && (left <= 0 || usual > left))) break;
        next += 1;
        const started = now();
        const seen = rung(picture);
        const cost = now() - started;
        costs.set(rung, (cost > usual ? cost : usual * 0.8 + cost * 0.2) / size);
        if (seen.sightings.length > 0) return seen;
        glimpse = seen.glimpse ?? glimpse;
      }
      return glimpse ? { sightings: [], glimpse } : nothing;
    },
  };
}

/** In the order of what each adds for its time, measured with `npm run bench -- scan`. */
function rungsOf(zxing: Zxing, second: SecondFamily, threshold: Threshold): readonly Rung[] {
  const bySecond = ({ sighting, glimpse }: SecondLook, factor = 1): Look => ({
    sightings: sighting ? [{ ...sighting, corners: scaled(sighting.corners, factor) }] : [],
    ...(glimpse && { glimpse: { moduleSize: glimpse.moduleSize * factor, corners: scaled(glimpse.corners, factor) } }),
  });
  const byZxing = (picture: Luma, manner: Manner, factor = 1): Look => ({
    sightings: zxing(picture, manner, 1).map(({ text, corners }) => ({ text, corners: scaled(corners, factor) })),
  });
  const drawn: Manner = { threshold: 'given', downscaled: false, denoised: true };
  const kept: Uint8Array[] = [];
  const small = (picture: Luma, times = 1): Luma => {
    const smaller = halved(picture, kept[times]);
    kept[times] = smaller.data;
    return times === 1 ? smaller : small(smaller, times - 1);
  };
  const inOneThreshold: Rung = (picture) => byZxing(picture, { ...plain, threshold: 'global', denoised: true });
  const denoised: Rung = (picture) => byZxing(picture, { ...plain, denoised: true });
  const halfInTheLight: Rung = (picture) => byZxing(threshold(small(picture), 50, -0.05), drawn, 2);
  const quarterInTheLight: Rung = (picture) => byZxing(threshold(small(picture, 2), 6, -0.05), drawn, 4);
  const inTheLight: Rung = (picture) => {
    const clear = threshold(picture, 20, 0);
    const seen = byZxing(clear, drawn);
    return seen.sightings.length > 0 ? seen : bySecond(second(clear));
  };
  const bySecondFamily: Rung = (picture) => bySecond(second(picture));
  return [inOneThreshold, quarterInTheLight, halfInTheLight, bySecondFamily, inTheLight, denoised];
}

const scaled = (corners: Sighting['corners'], factor: number): Sighting['corners'] =>
  factor === 1 ? corners : corners.map(({ x, y }) => ({ x: x * factor, y: y * factor }));
