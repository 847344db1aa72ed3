import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cameraBrowser } from '../../bench/camera-browser.ts';
import { idleFor } from '../../bench/scan-idle.ts';
import { hasFfmpeg } from '../../fakes/scenes.ts';
import { type BuiltPage, buildPage, hasChromium } from '../built-page.ts';

if (!hasFfmpeg) console.log('skipped: the scanner before an empty lobby, because there is no ffmpeg to make its video');
const canRun = hasChromium && hasFfmpeg && process.platform === 'linux';

describe.skipIf(!canRun)('the scanner before an empty lobby', () => {
  let built: BuiltPage;
  beforeAll(async () => {
    built = await buildPage();
  }, 60_000);
  afterAll(() => built.close());

  // `npm run soak` is the long form, with its times.
  it('reads nothing in it and does not grow', { timeout: 120_000 }, async () => {
    const camera = await cameraBrowser();
    try {
      const { codes, memory } = await idleFor(24, built.folder, camera);
      expect(codes).toBe(0);
      expect(memory.length).toBeGreaterThan(6);
      const first = Math.min(...memory.slice(0, 4));
      const last = Math.min(...memory.slice(-4));
      expect(last - first).toBeLessThan(10 * 1024);
    } finally {
      await camera.close();
    }
  });
});
