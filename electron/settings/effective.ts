import type { SettingsNote } from '../core/administration.ts';
import { givenNames, storableOf } from './catalogue.ts';
import { dataFolder, readSettings, type Surroundings } from './read.ts';
import { findSealer, type Sealer } from './sealing.ts';
import type { Keyring } from './secret.ts';
import { type Checked, fits, type Settings, type SettingsFault } from './settings.ts';
import { readSources } from './sources.ts';
import { type Kept, readStored, type Stored } from './stored.ts';

/** What a start is given: its flags, its environment, and where it is. */
export interface Given {
  readonly argv: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly surroundings: Surroundings;
}

/** A further check of whole settings, such as whether the site's own badge can be drawn. */
export type Judge = (settings: Settings) => SettingsFault | undefined;

/** The settings of a start. */
export interface Effective {
  readonly settings: Settings;
  /** The folder whose kept settings these are: the data folder, but in a demo that nobody asked for, where it is the real thing's. */
  readonly home: string;
  /** What was kept there. */
  readonly stored: Stored;
  /** Name and text of everything in effect that could be kept, given or not; without what only stands in something's place. */
  readonly texts: ReadonlyMap<string, string>;
  readonly notes: readonly SettingsNote[];
}

/**
 * What stands in the place of a secret that is not opened, or cannot be. None of them leads anywhere or lets anybody in: a server refuses the token, events
 * wait for their receiver, and the kiosk goes on with what it has.
 */
const places: Readonly<Record<string, string>> = {
  FOYER_TOKEN: 'not-known',
  FOYER_WEBHOOK: 'https://settings-lost.invalid/',
  FOYER_WEBHOOK_SECRET: 'not-known'.padEnd(32, '-'),
};
/** No name under .invalid is ever found: https://www.rfc-editor.org/rfc/rfc6761#section-6.4 */
const lostServer: Readonly<Record<string, string>> = { FOYER_SERVER: 'https://settings-lost.invalid', FOYER_TOKEN: 'not-known' };

/** Whether a token only stands in the place of one that could not be opened. */
export const isPlaceholder = (token: string): boolean => token === places['FOYER_TOKEN'];

/** Which setting is worth nothing without the one that is missing. */
const worthNothingWithout: Readonly<Record<string, string>> = {
  FOYER_SERVER: 'FOYER_TOKEN',
  FOYER_WEBHOOK: 'FOYER_WEBHOOK_SECRET',
  FOYER_CALLBACK_LISTEN: 'FOYER_CALLBACK',
  FOYER_MAIL: 'FOYER_MAIL_FROM',
  FOYER_MAIL_FROM: 'FOYER_MAIL',
};

/**
 * The settings of a start: what flags and environment give, and besides them what is kept. A wrong setting that is given is a fault, as if nothing were
 * kept. What is kept never stops a start (rule DUR-10): what does not fit is left out and noted, and where it may have said the server, the kiosk starts without
 * a server that can be reached, never as a demo. `sealer`: opens secrets; undefined: they are not opened yet, which is no note.
 */
export function effectiveSettings(given: Given, options: { sealer?: Sealer | 'none'; judge?: Judge } = {}): Checked<Effective> {
  const { argv, environment, surroundings } = given;
  const sources = readSources(argv, environment);
  if (!sources.ok) return sources;
  const isDemoAsked = sources.value('FOYER_DEMO')?.value === '1';
  const home = dataFolder(sources.value, environment, surroundings, isDemoAsked);
  const stored = readStored(home);
  const named = givenNames(environment);
  const { texts, notes } = opened(stored, named, options.sealer);
  const check = (): Checked<Settings> => readAll(given, texts, options.judge);

  for (let settings = check(); ; settings = check()) {
    if (settings.ok && settings.value.demo && !isDemoAsked && mayHaveHadServer(notes)) {
      for (const [name, value] of Object.entries(lostServer)) texts.set(name, value);
    } else if (settings.ok) {
      return fits({ settings: settings.value, home, stored, texts: inEffect(texts, named, environment), notes });
    } else if (!stored.isThere || !leaveOut(settings.fault.name, texts, notes, named)) return settings;
  }
}

/** The same, with what is sealed opened where this keyring, or the key in the folder, can. */
export function openSettings(given: Given, keyring: Keyring | undefined, judge?: Judge): Checked<Effective> {
  const first = effectiveSettings(given);
  if (!first.ok) return first;
  const { home, settings } = first.value;
  const sealer = findSealer({ folder: home, kept: keyPlace(given, home, settings), keyring }) ?? 'none';
  return effectiveSettings(given, { sealer, ...(judge && { judge }) });
}

/** Where the key of the kept settings' folder is: a demo's own folder is another one. */
export function keyPlace({ environment }: Given, home: string, { data, key }: Settings): Settings['key'] {
  if (data === home) return key;
  return environment['FOYER_KEY']?.trim() === 'file' ? 'file' : 'keyring';
}

/** The settings of a start that is given this and has these texts kept, checked as a start checks them. */
export function readAll(
  { argv, environment, surroundings }: Given,
  kept: ReadonlyMap<string, string>,
  judge?: Judge,
): Checked<Settings> {
  const settings = readSettings(argv, { ...environment, ...Object.fromEntries(kept) }, surroundings);
  const fault = settings.ok ? judge?.(settings.value) : undefined;
  return fault ? { ok: false, fault } : settings;
}

function opened(stored: Stored, given: ReadonlySet<string>, sealer: Sealer | 'none' | undefined) {
  const texts = new Map<string, string>();
  const notes: SettingsNote[] = [...stored.notes];
  for (const [name, value] of stored.values) if (!given.has(name)) texts.set(name, value);
  for (const [name, sealed] of stored.sealed) {
    if (given.has(name)) continue;
    const value = sealer === undefined || sealer === 'none' ? undefined : sealer.open(name, sealed);
    if (value === undefined && sealer !== undefined) notes.push({ kind: 'leftOut', name, why: 'unopened' });
    const text = value ?? places[name];
    if (text !== undefined) texts.set(name, text);
  }
  return { texts, notes };
}

const connection = ['FOYER_SERVER', 'FOYER_TOKEN'];

const mayHaveHadServer = (notes: readonly SettingsNote[]): boolean =>
  notes.some((note) => note.kind !== 'leftOut' || (connection.includes(note.name) && note.why !== 'unknown'));

/** Leaves out what a fault is about, where that is nothing that was given; false: it was. Each time there is one less to be at fault, or one placeholder more. */
function leaveOut(name: string, texts: Map<string, string>, notes: SettingsNote[], given: ReadonlySet<string>): boolean {
  if (given.has(name) || !storableOf(name)) return false;
  const place = places[name];
  const left = place !== undefined || texts.has(name) ? name : worthNothingWithout[name];
  if (left === undefined) return false;
  if (!notes.some((note) => note.kind === 'leftOut' && note.name === left))
    notes.push({ kind: 'leftOut', name: left, why: 'unfit' });
  if (place === undefined || texts.get(name) === place) return texts.delete(left);
  texts.set(name, place);
  return true;
}

function inEffect(kept: ReadonlyMap<string, string>, given: ReadonlySet<string>, environment: NodeJS.ProcessEnv) {
  const texts = new Map([...kept].filter(([name, text]) => ![places[name], lostServer[name]].includes(text)));
  for (const name of given) {
    const value = environment[name]?.trim();
    if (value) texts.set(name, value);
  }
  return texts;
}

/** What is kept, in one map each, to be changed. */
export const copyOf = ({ values, sealed }: Kept) => ({ values: new Map(values), sealed: new Map(sealed) });
