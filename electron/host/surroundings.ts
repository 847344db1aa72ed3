import { homedir } from 'node:os';
import { join } from 'node:path';
import { checkPaths } from '../bookings/paths.ts';
import { readSettings } from '../settings/read.ts';
import type { Checked, Settings } from '../settings/settings.ts';

/** The token, the secret that signs, and the addresses that may hold a password. */
const secrets = ['FOYER_TOKEN', 'FOYER_WEBHOOK_SECRET', 'FOYER_WEBHOOK', 'FOYER_MAIL', 'FOYER_PROXY'];

/** The settings of this start, from flags and the environment; what is secret is taken out of the latter. */
export function settingsOf(host: Settings['host'], flags: readonly string[]): Checked<Settings> {
  const { platform, env } = process;
  const settings = readSettings(flags, env, { platform, home: homedir(), folder: process.cwd(), host, checkPaths });
  // What this process starts (Chromium's own helpers) has no business with them (rule DAT-4).
  for (const name of secrets) delete env[name];
  return settings;
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
