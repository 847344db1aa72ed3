import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { emblemOf } from '../../electron/printer/emblem.ts';
import { temporaryFolder } from '../journal/visit-of.ts';
import { assets } from './people.ts';

function emblemIn(name: string, content: string | Buffer) {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, content);
  return emblemOf(file, assets);
}
const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50">${inside}</svg>`;

describe('the logo for a screen', () => {
  it('of an SVG is a PNG that was drawn here, with nothing where it has nothing', () => {
    const emblem = emblemIn('logo.svg', svg('<rect width="100" height="50" fill="#0b3d63"/>'));
    const png = PNG.sync.read(Buffer.from(emblem?.bytes ?? []));
    expect([emblem?.type, png.width, png.height]).toEqual(['image/png', 1280, 320]);
    const at = (x: number) => [...png.data.subarray((160 * png.width + x) * 4, (160 * png.width + x) * 4 + 4)];
    expect([at(100), at(1200)[3]]).toEqual([[0x0b, 0x3d, 0x63, 255], 0]);
    expect(emblem?.name).toMatch(/^[\da-f]{64}\.png$/);
  });

  it('of a PNG is as large as there is room for, in its own shape', () => {
    const image = new PNG({ width: 30, height: 60 });
    image.data.fill(255);
    const png = PNG.sync.read(Buffer.from(emblemIn('logo.png', PNG.sync.write(image))?.bytes ?? []));
    expect([png.width, png.height]).toEqual([320, 640]);
  });

  it('is none where there is none, or none that can be drawn', () => {
    expect(emblemOf(undefined, assets)).toBeUndefined();
    expect(emblemOf('/nowhere/logo.png', assets)).toBeUndefined();
    expect(emblemIn('logo.svg', svg('<script>1</script>'))).toBeUndefined();
    expect(emblemIn('logo.gif', 'GIF89a')).toBeUndefined();
  });
});
