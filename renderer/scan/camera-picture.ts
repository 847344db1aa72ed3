import type { CameraEnd, HeldWish, OpenCamera } from './camera.ts';
import { watchFrames } from './decoder-worker.ts';
import type { PictureFault } from './health.ts';
import { after, signal } from './signal.ts';
import { tuned } from './tuning.ts';
import type { View } from './worker-messages.ts';

/** Chromium has it in windows too; the standard's own text has it in workers alone: https://www.w3.org/TR/mediacapture-transform/ */
declare const MediaStreamTrackProcessor: new (init: {
  readonly track: MediaStreamTrack;
  readonly maxBufferSize?: number;
}) => { readonly readable: ReadableStream<VideoFrame> };

/** A picture has to be there this soon (ms), and not to stay away for so long. */
const firstPictureWithin = 4_000;
const silentFor = 2_500;

/** Whether frames can be had here to be watched. */
export const canShowPictures = (): boolean => 'MediaStreamTrackProcessor' in window;

/**
 * Shows the stream in the wish's container and has it watched; answers once it is known to give a picture, or why it does not: it is black, or no frame comes. The stream is stopped
 * when it is closed and when there is no picture.
 */
export async function showPicture(
  wish: HeldWish,
  stream: MediaStream,
  track: MediaStreamTrack,
): Promise<OpenCamera | PictureFault> {
  const video = document.createElement('video');
  Object.assign(video, { className: 'camera-picture', muted: true, playsInline: true, srcObject: stream });
  wish.container.append(video);
  // One that is taken away before it plays says so by rejecting; that it does not play is noticed by its frames.
  video.play().catch(() => undefined);

  const tune = tuned(track);
  let heard: View | undefined;
  let lastHeard = performance.now();
  const good = signal();
  const end = signal<CameraEnd>();
  const stopWatching = watchFrames(() => new MediaStreamTrackProcessor({ track, maxBufferSize: 1 }).readable, {
    onText: wish.onText,
    onView: (view) => {
      heard = view;
      lastHeard = performance.now();
      if (!view.isBlack) good.give();
      if (view.fault) end.give(view.fault);
      wish.onAdvice(view.advice);
      tune(view);
    },
    onBroken: () => end.give('lost'),
  });
  track.addEventListener('ended', () => end.give('lost'), { once: true });
  const silence = setInterval(() => {
    if (heard && performance.now() - lastHeard > silentFor) end.give('frozen');
  }, 500);

  const close = (): Promise<void> => {
    clearInterval(silence);
    stopWatching();
    stop(stream);
    video.srcObject = null;
    video.remove();
    return Promise.resolve();
  };
  const first = await Promise.race([good.given, end.given, wish.gone, after(firstPictureWithin)]);
  if (first === undefined && heard && !heard.isBlack) return { ended: end.given, close };
  await close();
  return heard ? 'black' : 'frozen';
}

/** Lets go of a stream. */
export function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
