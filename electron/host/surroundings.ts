import { homedir } from 'node:os';
import { join } from 'node:path';
import { checkPaths } from '../bookings/paths.ts';
import { type Given, openSettings } from '../settings/effective.ts';
import type { Checked, Settings } from '../settings/settings.ts';

/** The token, the secret that signs, and the addresses that may hold a password. */
const secrets = ['FOYER_TOKEN', 'FOYER_WEBHOOK_SECRET', 'FOYER_WEBHOOK', 'FOYER_MAIL', 'FOYER_PROXY'];

/** What this start is given: flags and environment. What is secret is taken out of the process's own environment. */
export function givenOf(host: Settings['host'], argv: readonly string[]): Given {
  const { platform, env } = process;
  const environment = { ...env };
  // What this process starts (Chromium's own helpers) has no business with them (rule DAT-4).
  for (const name of secrets) delete env[name];
  return { argv, environment, surroundings: { platform, home: homedir(), folder: process.cwd(), host, checkPaths } };
}

/** The settings of a run without a window and its keyring, from what is given and what Foyer keeps. */
export function settingsOf(host: Settings['host'], flags: readonly string[]): Checked<Settings> {
  const effective = openSettings(givenOf(host, flags), undefined);
  return effective.ok ? { ok: true, value: effective.value.settings } : effective;
}

/** Where the built files are, seen from the folder of the built entry (`dist/main`). All absolute. */
export function placesFrom(entryFolder: string): { renderer: string; preload: string; assets: string } {
  return {
    renderer: join(entryFolder, '../renderer'),
    preload: join(entryFolder, 'preload.cjs'),
    // Packaged, the assets lie beside the archive: the badge's fonts are opened by native code, which cannot look into it.
    assets: join(entryFolder, '../../assets').replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked'),
  };
}
