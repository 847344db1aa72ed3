import { canvasFor, type Luma } from './luma.ts';

/** Formats whose first plane is light alone, a byte a pixel: https://www.w3.org/TR/webcodecs/#pixel-format */
const planar: readonly (string | null)[] = ['I420', 'I420A', 'I422', 'I444', 'NV12'];

/**
 * The light of a camera's frame, at the camera's own size. Cameras give it as a plane of its own, which is copied as it is; other formats go by way of RGBA. Keeps its memory;
 * the picture that it answers is written over by the next.
 */
export function lumaOfFrame(): (frame: VideoFrame) => Promise<Luma> {
  let raw = new Uint8Array(0);
  let grey = canvasFor(0, 0);
  return async (frame) => {
    const isPlanar = planar.includes(frame.format);
    const options: VideoFrameCopyToOptions = isPlanar ? {} : { format: 'RGBX' };
    const size = frame.allocationSize(options);
    if (raw.length < size) raw = new Uint8Array(size);
    const layout = await frame.copyTo(raw, options);
    const { width, height } = frame.visibleRect ?? { width: frame.codedWidth, height: frame.codedHeight };
    const { offset, stride } = layout[0] ?? { offset: 0, stride: width };
    if (isPlanar && offset === 0 && stride === width) return { width, height, data: raw };
    if (grey.width !== width || grey.height !== height) grey = canvasFor(width, height);
    for (let y = 0, target = 0; y < height; y += 1) {
      let source = offset + y * stride;
      for (let x = 0; x < width; x += 1, target += 1, source += isPlanar ? 1 : 4)
        grey.data[target] = isPlanar ? (raw[source] as number) : lightOf(raw, source);
    }
    return grey;
  };
}

/** The light of a pixel in RGBA, after ITU-R BT.601. */
export const lightOf = (data: Uint8Array | Uint8ClampedArray, at: number): number =>
  (77 * (data[at] as number) + 150 * (data[at + 1] as number) + 29 * (data[at + 2] as number) + 128) >> 8;
