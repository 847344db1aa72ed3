import { closeSync, openSync, writeSync } from 'node:fs';
import { encode } from 'uqr';

const width = 1280;
const height = 720;

/**
 * Writes a video for Chromium's fake camera (Y4M, 1280×720, 10 frames, looped by Chromium): grey, with the QR code of `text` on a
 * white card in the middle, or with none. Chromium takes Y4M and MJPEG: media/capture/video/file_video_capture_device.cc.
 */
export function writeCameraVideo(file: string, text: string | undefined): void {
  const luma = Buffer.alloc(width * height, 110);
  if (text) drawCode(luma, text);
  const chroma = Buffer.alloc((width / 2) * (height / 2), 128);
  const handle = openSync(file, 'w');
  writeSync(handle, `YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  for (let frame = 0; frame < 10; frame += 1) {
    writeSync(handle, 'FRAME\n');
    for (const plane of [luma, chroma, chroma]) writeSync(handle, plane);
  }
  closeSync(handle);
}

function drawCode(luma: Buffer, text: string): void {
  const { data, size } = encode(text, { ecc: 'H', border: 4 });
  const module = Math.floor((height * 0.6) / size);
  const left = Math.floor((width - size * module) / 2);
  const top = Math.floor((height - size * module) / 2);
  for (let y = 0; y < size * module; y += 1) {
    for (let x = 0; x < size * module; x += 1) {
      const dark = data[Math.floor(y / module)]?.[Math.floor(x / module)];
      luma[(top + y) * width + left + x] = dark ? 30 : 225;
    }
  }
}
