import type { Guidance } from './guidance.ts';
import type { PictureFault } from './health.ts';
import { after, signal } from './signal.ts';

/** What ends a camera that works: it is gone, or its picture is. */
export type CameraEnd = 'lost' | PictureFault;
/** Why a camera cannot be had. */
export type CameraFault = 'none' | 'denied' | 'busy' | PictureFault;
/** What a person needs to know of the camera. `starting` and `working` are its good days. */
export type CameraState = 'starting' | 'working' | CameraEnd | CameraFault;

/** Somebody wants to see through the camera: where its picture goes, and who hears of texts, of advice and of its state. */
export interface CameraWish {
  readonly container: HTMLElement;
  readonly onText: (text: string) => void;
  readonly onAdvice: (advice: Guidance | undefined) => void;
  readonly onState: (state: CameraState) => void;
}

/** A wish as the one who opens the camera has it: nothing is heard once its screen is gone. `gone` resolves then; it never rejects. */
export interface HeldWish extends CameraWish {
  readonly wanted: () => boolean;
  readonly gone: Promise<void>;
}

/** A running camera. `ended` resolves when it dies by itself (unplugged, taken away, its picture gone); `close` never rejects. */
export interface OpenCamera {
  readonly ended: Promise<CameraEnd>;
  readonly close: () => Promise<void>;
}

/** Opens a camera on a wish, and stops trying as soon as that is gone. */
export type OpenCameraFor = (
  wish: HeldWish,
) => Promise<{ readonly ok: true; readonly camera: OpenCamera } | { readonly ok: false; readonly state: CameraFault }>;

/** A camera that could not be had may be free, allowed or plugged in later. */
const nextTry = 5_000;

/**
 * The one owner of the camera. Wishes come and go as screens do, faster than a camera starts; opening and closing happen strictly
 * one after the other, and the newest wish is the one that holds. Tries again when no camera is to be had, and opens another when one dies. Returns the function that states the wish;
 * undefined: nobody wants it, so it is off.
 */
export function cameraOwner(open: OpenCameraFor, retryAfter: number = nextTry): (wish: CameraWish | undefined) => void {
  let wish: CameraWish | undefined;
  let changed = signal();
  let running = false;

  const serve = async (current: CameraWish) => {
    const say = sayOnce(current, () => wish === current);
    const held = heldWish(current, changed.given, () => wish === current);
    say('starting');
    while (wish === current) {
      // What opens it is loaded when it is first wanted, and may not come.
      const opened = await open(held).catch(() => ({ ok: false, state: 'busy' }) as const);
      if (!opened.ok) {
        say(opened.state);
        if (wish === current) await Promise.race([changed.given, after(retryAfter)]);
        continue;
      }
      say('working');
      const end = wish === current ? await Promise.race([changed.given, opened.camera.ended]) : undefined;
      await opened.camera.close();
      say(end ?? 'lost');
    }
  };
  const run = async () => {
    running = true;
    while (wish) await serve(wish);
    running = false;
  };
  return (next) => {
    wish = next;
    changed.give();
    changed = signal();
    if (!running) void run();
  };
}

function heldWish(wish: CameraWish, gone: Promise<void>, wanted: () => boolean): HeldWish {
  return {
    ...wish,
    gone,
    wanted,
    onText: (text) => wanted() && wish.onText(text),
    onAdvice: (advice) => wanted() && wish.onAdvice(advice),
  };
}

function sayOnce(wish: CameraWish, stillWanted: () => boolean): (state: CameraState) => void {
  let said: CameraState | undefined;
  return (state) => {
    if (state === said || !stillWanted()) return;
    said = state;
    wish.onState(state);
  };
}
