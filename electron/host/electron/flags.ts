import { resolve } from 'node:path';

/** Chromium's own switches that a packaged Foyer may be started with, and that are none of ours. */
const chromium = /^--(no-sandbox|disable-gpu|ozone-platform(-hint)?|password-store|force-device-scale-factor)(=|$)/;

/**
 * The flags meant for Foyer among the words Electron was started with: those after the app's path, because what stands before it is
 * for Chromium; all but Chromium's known ones where there is no path (packaged). `paths` are the absolute spellings of the app's path.
 */
export function flagsOf(words: readonly string[], paths: readonly string[]): string[] {
  const flags = words.slice(1);
  const app = flags.findIndex((word) => !word.startsWith('-') && paths.includes(resolve(word)));
  return app === -1 ? flags.filter((word) => !chromium.test(word)) : flags.slice(app + 1);
}
