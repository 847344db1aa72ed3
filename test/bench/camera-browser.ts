import { mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { chromiumPath, screenFlags } from '../fakes/foyer.ts';
import { installFakeBridge } from '../renderer/gallery/fake-bridge.mjs';

/** What the codes before the camera hold. */
export const heldText = 'https://visit.example/v?code=FJUEIW';
/** The screen with the camera, and the one without it that the page begins with. */
export const scanScreen: Snapshot = { number: 2, language: 'en', screen: { kind: 'scan', purpose: 'checkIn' } };
export const firstScreen: Snapshot = { number: 1, language: 'en', screen: { kind: 'lookingUp', purpose: 'checkIn' } };

/** A Chromium whose camera shows a file; which one is read at each start of the camera. */
export interface Camera {
  readonly browser: Browser;
  /** For the files. */
  readonly folder: string;
  show(file: string): void;
  close(): Promise<void>;
}

/** Starts one. */
export async function cameraBrowser(): Promise<Camera> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-camera-'));
  const link = join(folder, 'camera.mjpeg');
  const browser = await chromium.launch({
    ...(chromiumPath && { executablePath: chromiumPath }),
    args: [
      ...screenFlags,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${link}`,
    ],
  });
  return {
    browser,
    folder,
    show: (file) => {
      symlinkSync(file, `${link}.next`);
      renameSync(`${link}.next`, link);
    },
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The page as it is built, on a bridge that takes down when the camera was asked for and when a code was handed on. */
export async function scanPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  await page.addInitScript(installFakeBridge, firstScreen);
  await page.addInitScript(() => {
    const noted: { asked?: number; code?: number } = {};
    Object.assign(window, { times: noted });
    const { foyer } = window as unknown as { foyer: { intent(intent: { kind: string }): Promise<unknown> } };
    const tell = foyer.intent;
    foyer.intent = (intent) => {
      if (intent.kind === 'code') noted.code = performance.now();
      return tell(intent);
    };
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = (constraints) => {
      noted.asked ??= performance.now();
      return ask(constraints);
    };
  });
  await page.goto(url);
  await page.locator('.stage').waitFor();
  // A kiosk has loaded the decoder long before somebody comes.
  await page.waitForTimeout(6_500);
  return page;
}
