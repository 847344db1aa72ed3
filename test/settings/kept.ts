import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Administration } from '../../electron/core/administration.ts';
import { openAdministration } from '../../electron/settings/administration.ts';
import { type Effective, type Given, openSettings } from '../../electron/settings/effective.ts';
import type { Keyring } from '../../electron/settings/secret.ts';
import { faultLine, type Settings } from '../../electron/settings/settings.ts';
import { temporaryFolder } from '../journal/visit-of.ts';

export const token = 'canary-token-4711';
export const otherToken = 'canary-token-0815';
export const server = 'https://bookings.example.org';

/** What a start on a machine of its own is given, with its key in a file. */
export function machine(environment: NodeJS.ProcessEnv = {}): Given & { readonly data: string } {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  const home = join(folder, 'home');
  mkdirSync(home);
  return {
    data,
    argv: [],
    environment: { FOYER_DATA: data, FOYER_KEY: 'file', ...environment },
    surroundings: {
      platform: 'linux',
      home,
      folder,
      host: 'browser',
      checkPaths: (value) => ({ ok: true, value: value as Record<string, string> }),
    },
  };
}

/** What a start reads, or the one line that it ends with. */
export function startWith(given: Given, keyring?: Keyring): Effective | string {
  const effective = openSettings(given, keyring);
  return effective.ok ? effective.value : faultLine(effective.fault);
}

/** The settings of a start, which must begin. */
export function settingsFrom(given: Given, keyring?: Keyring): Settings {
  const effective = startWith(given, keyring);
  if (typeof effective === 'string') throw new Error(effective);
  return effective.settings;
}

/** The administration of a run with what is given; `logged`: the events that it wrote. */
export function administer(
  given: Given,
  more: { keyring?: Keyring; restart?: () => void } = {},
): Administration & { logged: unknown[] } {
  const effective = startWith(given, more.keyring);
  if (typeof effective === 'string') throw new Error(effective);
  const logged: unknown[] = [];
  const log = { log: (event: string, fields: object) => void logged.push({ event, ...fields }), close: () => {} };
  const { keyring, restart } = more;
  return { ...openAdministration({ given, effective, keyring, judge: () => undefined, log, restart }), logged };
}

/** A machine on which a server and its token were set at the desk. */
export function setUp(environment: NodeJS.ProcessEnv = {}) {
  const given = machine(environment);
  expect(administer(given).change({ FOYER_SERVER: server, FOYER_TOKEN: token, FOYER_BUILDING: '7' })).toEqual({ ok: true });
  return given;
}

export const shownOf = (port: Administration, name: string) => port.settings().find((setting) => setting.name === name);
