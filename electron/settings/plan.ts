import { existsSync, readFileSync } from 'node:fs';
import { join, posix, win32 } from 'node:path';
import type { SettingChanges } from '../core/administration.ts';
import { includedTemplates } from '../printer/included.ts';
import { givenNames, isSecret, storableOf } from './catalogue.ts';
import { writeDurably } from './durable.ts';
import { copyOf, type Given, keyPlace } from './effective.ts';
import { prepareFolder } from './folder.ts';
import { findSealer, makeSealer, type Sealer } from './sealing.ts';
import type { Keyring } from './secret.ts';
import { type Checked, fits, type Settings, wrong } from './settings.ts';
import type { Kept, Stored } from './stored.ts';

/** What would be kept, and the names of what would be another value than now. */
interface Plan {
  readonly kept: Kept;
  readonly names: string[];
}

interface PlanParts {
  readonly stored: Stored;
  readonly given: Given;
  readonly home: string;
  readonly running: Settings;
  readonly keyring: Keyring | undefined;
  /** A start with these texts kept. */
  readonly check: (texts: ReadonlyMap<string, string>) => Checked<Settings>;
}

const longest = 8_192;

/**
 * Holds changes against what a start would say of them, key and all, and seals what is secret. Writes nothing but, where this run is a demo and the changes
 * make it the real thing, the folder of that, its key, and the people with a PIN, without whom nobody would come to its desk.
 */
export function planOf(changes: SettingChanges, parts: PlanParts): Checked<Plan> {
  const { stored, given, home, running, keyring, check } = parts;
  const fault = faultOf(changes, parts);
  if (fault) return fault;
  const { values, sealed } = copyOf(stored);
  const secrets = new Map<string, string>();
  for (const [name, change] of Object.entries(changes)) {
    values.delete(name);
    sealed.delete(name);
    const text = change?.trim() ?? '';
    if (text !== '') (isSecret(name, text) ? secrets : values).set(name, text);
  }
  const current = findSealer({ folder: home, kept: keyPlace(given, home, running), keyring });
  const opened = openedWith(current, sealed);
  if (!opened.ok) return opened;
  const settings = check(new Map([...values, ...opened.value, ...secrets]));
  if (!settings.ok) return settings;
  // Nobody in a lobby could tell it from the real thing.
  if (settings.value.demo && !running.demo) return wrong('FOYER_SERVER', 'must be set: the next start would be the demo');

  if (!settings.value.demo || secrets.size > 0) {
    const isElsewhere = home !== running.data;
    const folder = isElsewhere ? prepareFolder(home) : fits(undefined);
    if (!folder.ok) return folder;
    const sealer = makeSealer({ folder: home, kept: keyPlace(given, home, settings.value), keyring });
    if (!sealer.ok) return sealer;
    for (const [name, text] of secrets) sealed.set(name, sealer.value.seal(name, text));
    if (isElsewhere && !settings.value.demo) takeAlong('staff.json', running.data, home);
  }
  const names = Object.keys(changes).filter(
    (name) => values.get(name) !== stored.values.get(name) || sealed.get(name) !== stored.sealed.get(name),
  );
  return fits({ kept: { values, sealed }, names });
}

/** What of changes is wrong whatever a start would say. */
function faultOf(changes: SettingChanges, { stored, given }: PlanParts): Checked<never> | undefined {
  const named = givenNames(given.environment);
  for (const [name, change] of Object.entries(changes)) {
    const storable = storableOf(name);
    if (!storable) return wrong(/^[\w-]{1,40}$/.test(name) ? name : 'settings', 'is not a setting that Foyer keeps');
    if (named.has(name)) return wrong(name, 'is given by environment, which wins: change it there');
    const text = change?.trim() ?? '';
    if (text.length > longest) return wrong(name, 'is too long');
    // Where a start begins decides where a relative one leads.
    if (text !== '' && storable.control.kind === 'file' && !isIncluded(name, text) && !isWhole(text, given))
      return wrong(name, 'must be the whole path of a file');
  }
  const server = changes['FOYER_SERVER']?.trim();
  const isAnother = server && server !== stored.values.get('FOYER_SERVER');
  // Or whoever is at the desk could have the token sent to a server of their own.
  if (isAnother && stored.sealed.has('FOYER_TOKEN') && !('FOYER_TOKEN' in changes))
    return wrong('FOYER_TOKEN', 'must be set anew: the server is another one');
  return undefined;
}

const isIncluded = (name: string, text: string): boolean =>
  name === 'FOYER_BADGE' && includedTemplates.some((included) => included === text);

const isWhole = (path: string, { surroundings }: Given): boolean =>
  (surroundings.platform === 'win32' ? win32 : posix).isAbsolute(path);

function openedWith(sealer: Sealer | undefined, sealed: ReadonlyMap<string, string>): Checked<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const [name, kept] of sealed) {
    const text = sealer?.open(name, kept);
    if (text === undefined) return wrong(name, 'cannot be opened any more: set it anew');
    texts.set(name, text);
  }
  return fits(texts);
}

function takeAlong(name: string, from: string, to: string): void {
  if (!existsSync(join(to, name)) && existsSync(join(from, name))) writeDurably(join(to, name), readFileSync(join(from, name)));
}
