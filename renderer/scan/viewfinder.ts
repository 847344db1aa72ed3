import type { CameraWish, OpenCamera, OpenCameraFor } from './camera.ts';
import { qrScanner } from './decoder.ts';
import { fill } from './fill.ts';

type CameraFault = 'none' | 'denied' | 'busy';

const hostId = 'camera-picture';
const firstPictureWithin = 4_000;
const closeWithin = 1_000;
const framesPerSecond = 15;
const picture = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

/** Opens the camera that works: the default one, else each other in turn. */
export const openViewfinder: OpenCameraFor = async (wish) => {
  if (!navigator.mediaDevices) return { ok: false, state: 'none' };
  const first = await start(wish, { ...picture, facingMode: 'user' });
  if (typeof first !== 'string') return { ok: true, camera: first };
  if (first === 'denied') return { ok: false, state: first };
  for (const deviceId of await otherCameras()) {
    const camera = await start(wish, { ...picture, deviceId: { exact: deviceId } });
    if (typeof camera !== 'string') return { ok: true, camera };
  }
  return { ok: false, state: first };
};

async function otherCameras(): Promise<string[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '').map(({ deviceId }) => deviceId);
}

async function start(wish: CameraWish, videoConstraints: MediaTrackConstraints): Promise<OpenCamera | CameraFault> {
  const host = document.createElement('div');
  host.id = hostId;
  wish.container.append(host);
  if (!host.isConnected) return 'busy';
  const scanner = qrScanner(hostId);
  const config = { fps: framesPerSecond, disableFlip: true, videoConstraints };
  try {
    await scanner.start({ facingMode: 'user' }, config, wish.onText, undefined);
  } catch (reason) {
    host.remove();
    return faultIn(String(reason));
  }
  const video = host.querySelector('video');
  const tracks = video?.srcObject instanceof MediaStream ? video.srcObject.getTracks() : [];
  const stopFilling = fill(wish.container, host);
  const close = async () => {
    stopFilling();
    await Promise.race([stop(scanner), after(closeWithin)]);
    for (const track of tracks) track.stop();
    host.remove();
  };
  // It cannot be stopped before it has drawn its first picture: html5-qrcode then throws half-way and keeps the camera.
  if (video && (await drawsWithin(host, firstPictureWithin))) return { close, ended: endOf(tracks) };
  await close();
  return 'busy';
}

/** Its own stop throws at once, or later, when it thinks that it does not run; the tracks are stopped in any case. */
async function stop(scanner: { stop: () => Promise<void> }): Promise<void> {
  try {
    await scanner.stop();
  } catch {
    return;
  }
}

/** html5-qrcode rejects with sentences; the name of the browser's DOMException is in them. */
function faultIn(reason: string): CameraFault {
  if (/NotAllowedError|SecurityError/.test(reason)) return 'denied';
  return /NotFoundError|OverconstrainedError|not supported/i.test(reason) ? 'none' : 'busy';
}

async function drawsWithin(host: HTMLElement, limit: number): Promise<boolean> {
  for (const deadline = performance.now() + limit; performance.now() < deadline; await after(30))
    if (host.querySelector('canvas')) return true;
  return false;
}

const endOf = (tracks: readonly MediaStreamTrack[]): Promise<void> =>
  new Promise((resolve) => {
    for (const track of tracks) track.addEventListener('ended', () => resolve(), { once: true });
  });

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
