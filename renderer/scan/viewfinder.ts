import { useScreen } from '../store.ts';
import type { CameraFault, HeldWish, OpenCamera, OpenCameraFor } from './camera.ts';
import { type CameraDevice, inOrder, isWanted } from './camera-choice.ts';
import { canShowPictures, showPicture, stop } from './camera-picture.ts';

const picture = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

let remembered: string | undefined;
const failed: string[] = [];

/** Opens the camera that is wanted, else the one that worked last, else each other in turn; one whose picture is black or stays away counts as none. */
export const openViewfinder: OpenCameraFor = async (wish) => {
  if (!navigator.mediaDevices || !canShowPictures()) return { ok: false, state: 'none' };
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
  const shown = await showPicture(wish, stream, track);
  if (typeof shown === 'string') {
    if (wish.wanted()) note(id);
    return shown;
  }
  forgive(id);
  remembered = id;
  return { label: track.label, close: shown.close, ended: shown.ended.finally(() => note(id)) };
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
