import type { Page } from '@playwright/test';
import { encode } from 'uqr';

/** What a fake camera does: shows a code or an empty room, with noise; goes black; sends the same pixels again and again; sends nothing more. */
type CameraMood = 'code' | 'room' | 'black' | 'frozen' | 'silent';
/** What asking for any camera comes to: it is given, or the error of this name. */
type CameraAnswer = 'given' | 'NotReadableError' | 'NotFoundError' | 'NotAllowedError';

/** Two cameras in the page's place of the browser's own, front and back, as bad as the worst real ones. */
export interface FakeCameras {
  mood(camera: 'front' | 'back', mood: CameraMood): Promise<void>;
  answer(answer: CameraAnswer): Promise<void>;
  /** Pulls the plug of a camera that is open. */
  unplug(camera: 'front' | 'back'): Promise<void>;
  /** Which are open now. */
  open(): Promise<string[]>;
}

/** Puts them into a page, before it asks for a camera. */
export async function fakeCameras(page: Page, text: string): Promise<FakeCameras> {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  await page.evaluate(install, { data, size });
  return {
    mood: (camera, mood) => page.evaluate(([name, to]) => Reflect.get(window, 'cameras').mood(name, to), [camera, mood] as const),
    answer: (answer) => page.evaluate((to) => Reflect.get(window, 'cameras').say(to), answer),
    unplug: (camera) => page.evaluate((name) => Reflect.get(window, 'cameras').unplug(name), camera),
    open: () => page.evaluate(() => Reflect.get(window, 'cameras').open()),
  };
}

/** Runs in the page. */
function install({ data, size }: { data: boolean[][]; size: number }): void {
  const names = ['front', 'back'] as const;
  const moods: Record<string, string> = { front: 'room', back: 'room' };
  const live: { name: string; track: MediaStreamTrack }[] = [];
  let answer = 'given';
  const state = {
    mood: (name: string, mood: string) => {
      moods[name] = mood;
    },
    say: (to: string) => {
      answer = to;
    },
    open: () => live.filter(({ track }) => track.readyState === 'live').map(({ name }) => name),
    unplug: (name: string) => {
      for (const { name: one, track } of live) {
        if (one !== name || track.readyState !== 'live') continue;
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
    },
  };
  Object.assign(window, { cameras: state });
  const module = 8;

  const streamOf = (name: string): MediaStream => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 640, height: 360 });
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    const stream = canvas.captureStream(30);
    const [track] = stream.getVideoTracks();
    if (!track) throw new Error('no track');
    live.push({ name, track });
    let still: ImageData | undefined;
    const timer = setInterval(() => {
      if (track.readyState !== 'live') return clearInterval(timer);
      const mood = moods[name];
      if (mood === 'silent') return;
      if (mood === 'frozen' && still) return context.putImageData(still, 0, 0);
      context.fillStyle = mood === 'black' ? '#000' : '#777';
      context.fillRect(0, 0, 640, 360);
      if (mood !== 'black') {
        context.fillStyle = '#9a9a9a';
        context.fillRect(430, 0, 210, 120);
        if (mood === 'code') paint(context);
        // The noise of a sensor, on the samples that are compared too.
        for (let x = 0; x < 640; x += 16) {
          context.fillStyle = `rgb(${100 + 40 * Math.random()} 110 110)`;
          context.fillRect(x, 16 * Math.floor(22 * Math.random()), 2, 2);
        }
      }
      still = context.getImageData(0, 0, 640, 360);
    }, 33);
    return stream;
  };
  const paint = (context: CanvasRenderingContext2D): void => {
    for (let y = 0; y < size; y += 1) {
      for (let x = 0; x < size; x += 1) {
        context.fillStyle = data[y]?.[x] ? '#111' : '#eee';
        context.fillRect(320 + (x - size / 2) * module, 180 + (y - size / 2) * module, module, module);
      }
    }
  };

  navigator.mediaDevices.enumerateDevices = () =>
    Promise.resolve(
      names.map((name) => ({ kind: 'videoinput', deviceId: name, label: `${name} camera`, groupId: '' }) as MediaDeviceInfo),
    );
  navigator.mediaDevices.getUserMedia = (constraints) => {
    if (answer !== 'given') return Promise.reject(new DOMException('as the test wants', answer));
    const { video } = constraints ?? {};
    const wanted = typeof video === 'object' ? (video.deviceId as ConstrainDOMStringParameters | undefined)?.exact : undefined;
    return Promise.resolve(streamOf(typeof wanted === 'string' ? wanted : 'front'));
  };
}
