import { spawnSync } from 'node:child_process';
import { encode } from 'uqr';

const width = 1280;
const height = 720;
const rate = 30;

/** How a scene before the camera looks. `filter` is ffmpeg's, over the drawn frames; noise comes to all, as of a real camera. */
interface Scene {
  readonly module?: number;
  readonly turned?: number;
  readonly dark?: number;
  readonly light?: number;
  readonly background?: number;
  readonly filter?: string;
  readonly noise?: number;
  /** Pixels a frame. */
  readonly speed?: number;
  /** A white blob over the code, as a lamp in the glass: its radius in modules. */
  readonly glare?: number;
  readonly second?: boolean;
  readonly empty?: boolean;
}

/** What lobbies show a camera. `none` has no code in it. */
export const scenes = {
  clean: { module: 12 },
  small: { module: 2.2 },
  rotated: { module: 9, turned: 37 },
  blurred: { module: 10, filter: 'gblur=sigma=4' },
  lowLight: { module: 9, dark: 6, light: 30, background: 10, noise: 14 },
  glare: { module: 12, glare: 3.2 },
  inverted: { module: 9, dark: 225, light: 25 },
  moving: { module: 9, speed: 8, filter: 'avgblur=sizeX=3:sizeY=1' },
  two: { module: 9, second: true },
  none: { empty: true },
} as const satisfies Record<string, Scene>;
export type SceneName = keyof typeof scenes;

/** Whether ffmpeg is there to make the videos with. */
export const hasFfmpeg = spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0;

/** Writes a scene as an MJPEG for Chromium's fake camera, 1280×720 at 30 frames a second, two seconds, which Chromium repeats. */
export function writeScene(file: string, name: SceneName, text: string): void {
  const scene: Scene = scenes[name];
  const still = drawn(scene, text, 0);
  const frames = Array.from({ length: 2 * rate }, (_, index) => (scene.speed ? drawn(scene, text, index) : still));
  encodeVideo(file, frames, scene);
}

/** Writes a scene in which nothing is for so many seconds, and then a code for half a second. */
export function writeAppearing(file: string, text: string, emptySeconds: number): void {
  const empty = drawn(scenes.none, text, 0);
  const held = drawn(scenes.clean, text, 0);
  const frames = Array.from({ length: Math.round((emptySeconds + 0.5) * rate) }, (_, index) =>
    index < emptySeconds * rate ? empty : held,
  );
  encodeVideo(file, frames, scenes.clean);
}

function encodeVideo(file: string, frames: readonly Buffer[], { filter, noise = 6 }: Scene): void {
  const input = Buffer.concat(frames);
  const filters = [...(filter ? [filter] : []), `noise=alls=${noise}:allf=t`, 'format=yuvj420p'].join(',');
  const result = spawnSync(
    'ffmpeg',
    [
      ...['-v', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'gray', '-s', `${width}x${height}`, '-r', String(rate), '-i', '-'],
      ...['-vf', filters, '-c:v', 'mjpeg', '-q:v', '4', '-f', 'mjpeg', file],
    ],
    { input, maxBuffer: 1 << 26 },
  );
  if (result.status !== 0) throw new Error(`ffmpeg: ${result.stderr}`);
}

function drawn(scene: Scene, text: string, frame: number): Buffer {
  const { module = 9, turned = 0, dark = 30, light = 225, background = 105 } = scene;
  const picture = Buffer.alloc(width * height);
  // A wall with a window: something for the eye to rest on that is no code.
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      picture[y * width + x] = background * (0.7 + (0.6 * x) / width) + (x > 980 && y < 260 ? background * 0.6 : 0);
  if (scene.empty) return picture;
  const travel = scene.speed ? ((frame * scene.speed) % 500) - 250 : 0;
  place(picture, text, { module, turned, dark, light, x: width / 2 + travel, y: height / 2 });
  if (scene.second) place(picture, 'WIFI:S:guest;T:WPA;P:abcdef;;', { module: 3, turned: 0, dark, light, x: 180, y: 150 });
  if (scene.glare) blob(picture, width / 2 + 3 * module, height / 2 - 2 * module, scene.glare * module);
  return picture;
}

interface Placed {
  readonly module: number;
  readonly turned: number;
  readonly dark: number;
  readonly light: number;
  readonly x: number;
  readonly y: number;
}

function place(picture: Buffer, text: string, { module, turned, dark, light, x: x0, y: y0 }: Placed): void {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const sine = Math.sin((turned * Math.PI) / 180);
  const cosine = Math.cos((turned * Math.PI) / 180);
  const reach = Math.ceil(size * module * 0.75);
  for (let y = Math.max(0, Math.floor(y0 - reach)); y < Math.min(height, y0 + reach); y += 1) {
    for (let x = Math.max(0, Math.floor(x0 - reach)); x < Math.min(width, x0 + reach); x += 1) {
      const column = Math.floor(((x - x0) * cosine + (y - y0) * sine) / module + size / 2);
      const row = Math.floor(((y - y0) * cosine - (x - x0) * sine) / module + size / 2);
      if (column < 0 || row < 0 || column >= size || row >= size) continue;
      picture[y * width + x] = data[row]?.[column] ? dark : light;
    }
  }
}

function blob(picture: Buffer, x0: number, y0: number, radius: number): void {
  for (let y = Math.floor(y0 - 2 * radius); y < y0 + 2 * radius; y += 1) {
    for (let x = Math.floor(x0 - 2 * radius); x < x0 + 2 * radius; x += 1) {
      const light = 255 * Math.min(1, Math.exp(1 - ((x - x0) ** 2 + (y - y0) ** 2) / radius ** 2));
      const index = y * width + x;
      picture[index] = Math.max(picture[index] ?? 0, light);
    }
  }
}
