import type { Frame } from './decode/movement.ts';

/** What is wrong with the picture of a camera that is open: it is black, or stands still though its pixels never did. */
export type PictureFault = 'black' | 'frozen';

/** For so long, in ms, before it counts: a hand over the lens is gone sooner. */
const blackFor = 3_500;
const frozenFor = 3_000;
const blackLight = 18;
const blackSpan = 12;
/** After so many frames that were other than the one before, a camera is known to have noise. */
const noiseSeen = 30;

/** Whether a frame shows nothing: a closed shutter, a program that holds the camera and leaves black. A dark room has lights and noise. */
export const isBlack = ({ light, span }: Frame): boolean => light < blackLight && span < blackSpan;

/**
 * Notices a camera whose picture is gone while its track says that it lives: a covered lens, a driver that repeats its last frame, another program that
 * took it. A picture that never had noise (a virtual camera's) may stand still. Takes the frames as they come, with a clock in ms that never goes back; one that sends none is for others to
 * notice.
 */
export function pictureWatch(now: () => number): (frame: Frame) => PictureFault | undefined {
  let blackSince: number | undefined;
  let sameSince: number | undefined;
  let noisy = 0;
  return (frame) => {
    const at = now();
    blackSince = isBlack(frame) ? (blackSince ?? at) : undefined;
    if (!frame.same) noisy += 1;
    sameSince = frame.same ? (sameSince ?? at) : undefined;
    if (blackSince !== undefined && at - blackSince > blackFor) return 'black';
    return sameSince !== undefined && noisy > noiseSeen && at - sameSince > frozenFor ? 'frozen' : undefined;
  };
}
