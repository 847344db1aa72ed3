import { spawnSync } from 'node:child_process';
import { PNG } from 'pngjs';

/** A picture of greys, one byte a dot, 0 is black. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly light: Uint8Array;
}

/** The languages that the tesseract of this machine reads; none where there is no tesseract. */
export function languagesOfTesseract(): string[] {
  const listed = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8', timeout: 10_000 });
  return listed.status === 0 ? listed.stdout.split('\n').slice(1).filter(Boolean) : [];
}

/** The texts that tesseract finds on pictures, which it is shown below each other as one page. */
export function readTexts(pages: readonly Page[], language: string): string[] {
  const gap = 60;
  const width = Math.max(...pages.map((page) => page.width)) + 2 * gap;
  const tops: number[] = [];
  let height = gap;
  for (const page of pages) {
    tops.push(height);
    height += page.height + gap;
  }
  const png = new PNG({ width, height });
  png.data = Buffer.alloc(width * height, 255);
  for (const [at, page] of pages.entries())
    for (let y = 0; y < page.height; y++)
      png.data.set(page.light.subarray(y * page.width, (y + 1) * page.width), ((tops[at] ?? 0) + y) * width + gap);
  const input = PNG.sync.write(png, { colorType: 0, inputColorType: 0, inputHasAlpha: false, bitDepth: 8 });
  const read = spawnSync('tesseract', ['stdin', 'stdout', '-l', language, '--psm', '4', '--dpi', '300', 'tsv'], {
    input,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  if (read.status !== 0) throw new Error(read.stderr);
  const texts = pages.map(() => '');
  for (const line of read.stdout.split('\n').slice(1)) {
    const [level, , , , , , , top = '0', , high = '0', , text = ''] = line.split('\t');
    if (level !== '5') continue;
    const middle = Number(top) + Number(high) / 2;
    const at = tops.findLastIndex((one) => one - gap / 2 <= middle);
    if (at >= 0) texts[at] += text.trim();
  }
  return texts;
}
