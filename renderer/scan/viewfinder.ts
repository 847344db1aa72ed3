import { useScreen } from '../store.ts';
import type { CameraEnd, CameraFault, HeldWish, OpenCamera, OpenCameraFor } from './camera.ts';
import { type CameraDevice, inOrder, isWanted } from './camera-choice.ts';
import { watchFrames } from './decoder-worker.ts';
import { tuned } from './tuning.ts';
import type { View } from './worker-messages.ts';

/** Chromium has it in windows too; the standard's own text has it in workers alone: https://www.w3.org/TR/mediacapture-transform/ */
declare const MediaStreamTrackProcessor: new (init: {
  readonly track: MediaStreamTrack;
  readonly maxBufferSize?: number;
}) => { readonly readable: ReadableStream<VideoFrame> };

const picture = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
/** A picture has to be there this soon (ms), and not to stay away for so long. */
const firstPictureWithin = 4_000;
const silentFor = 2_500;

let remembered: string | undefined;
const failed: string[] = [];

/** Opens the camera that is wanted, else the one that worked last, else each other in turn; one whose picture is black or stays away counts as none. */
export const openViewfinder: OpenCameraFor = async (wish) => {
  if (!navigator.mediaDevices || !('MediaStreamTrackProcessor' in window)) return { ok: false, state: 'none' };
  const wanted = useScreen.getState().snapshot?.scanning?.camera;
  const ids = inOrder(await cameras(), { remembered, wanted, failed });
  let first: CameraFault | undefined;
  // Without ids nothing is allowed yet: the default one is asked for, and afterwards all have names.
  for (const id of ids.length > 0 ? ids : [undefined]) {
    if (!wish.wanted()) break;
    const opened = await open(wish, id);
    if (typeof opened !== 'string') return { ok: true, camera: await preferred(wish, opened, wanted) };
    if (opened === 'denied') return { ok: false, state: opened };
    first ??= opened;
  }
  return { ok: false, state: first ?? 'none' };
};

interface Opened extends OpenCamera {
  readonly label: string;
}

/** The first camera of a run was opened before names were known: the one that the installer named takes its place. */
async function preferred(wish: HeldWish, opened: Opened, wanted: string | undefined): Promise<OpenCamera> {
  if (!wanted || isWanted(opened.label, wanted)) return opened;
  const named = (await cameras().catch(() => [])).find(
    ({ deviceId, label }) => isWanted(label, wanted) && !failed.includes(deviceId),
  );
  if (!named || !wish.wanted()) return opened;
  await opened.close();
  const other = await open(wish, named.deviceId);
  if (typeof other !== 'string') return other;
  const again = wish.wanted() && (await open(wish, remembered));
  return typeof again !== 'object' ? { ended: Promise.resolve('lost'), close: () => Promise.resolve() } : again;
}

async function cameras(): Promise<CameraDevice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind }) => kind === 'videoinput');
}

async function open(wish: HeldWish, deviceId: string | undefined): Promise<Opened | CameraFault> {
  const wishes = deviceId === undefined ? { facingMode: 'user' } : { deviceId: { exact: deviceId } };
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { ...picture, ...wishes } });
  } catch (reason) {
    const fault = faultIn(reason);
    if (deviceId !== undefined && fault !== 'denied') note(deviceId);
    return fault;
  }
  const [track] = stream.getVideoTracks();
  if (!track) return 'none';
  if (!wish.wanted()) {
    stop(stream);
    return 'none';
  }
  const id = deviceId ?? track.getSettings().deviceId ?? '';
  const opened = await show(wish, stream, track, id);
  if (typeof opened === 'string') {
    if (wish.wanted()) note(id);
    return opened;
  }
  remembered = id;
  return opened;
}

/** Shows the stream and has it watched; answers once it is known to give a picture. */
async function show(wish: HeldWish, stream: MediaStream, track: MediaStreamTrack, id: string): Promise<Opened | CameraFault> {
  const video = document.createElement('video');
  Object.assign(video, { className: 'camera-picture', muted: true, playsInline: true, srcObject: stream });
  wish.container.append(video);
  // One that is taken away before it plays says so by rejecting; that it does not play is noticed by its frames.
  video.play().catch(() => undefined);

  const tune = tuned(track);
  let heard: View | undefined;
  let lastHeard = performance.now();
  let end = (_: CameraEnd): void => {};
  const ended = new Promise<CameraEnd>((resolve) => {
    end = resolve;
  });
  let good = (): void => {};
  const isGood = new Promise<void>((resolve) => {
    good = resolve;
  });
  const stopWatching = watchFrames(() => new MediaStreamTrackProcessor({ track, maxBufferSize: 1 }).readable, {
    onText: wish.onText,
    onView: (view) => {
      heard = view;
      lastHeard = performance.now();
      if (!view.isBlack) good();
      if (view.fault) end(view.fault);
      wish.onAdvice(view.advice);
      tune(view);
    },
    onBroken: () => end('lost'),
  });
  track.addEventListener('ended', () => end('lost'), { once: true });
  const silence = setInterval(() => {
    if (heard && performance.now() - lastHeard > silentFor) end('frozen');
  }, 500);

  const close = (): Promise<void> => {
    clearInterval(silence);
    stopWatching();
    stop(stream);
    video.srcObject = null;
    video.remove();
    return Promise.resolve();
  };
  const first = await Promise.race([isGood, ended, wish.gone, after(firstPictureWithin)]);
  if (first === undefined && heard && !heard.isBlack) {
    forgive(id);
    return { label: track.label, close, ended: ended.finally(() => note(id)) };
  }
  await close();
  return heard ? 'black' : 'frozen';
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** A camera that has failed is tried after the others, until it has worked again. */
function note(id: string): void {
  forgive(id);
  failed.push(id);
}

function forgive(id: string): void {
  const index = failed.indexOf(id);
  if (index >= 0) failed.splice(index, 1);
}

/** https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
function faultIn(reason: unknown): CameraFault {
  const name = reason instanceof DOMException ? reason.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'busy';
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
