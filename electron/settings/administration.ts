import type { Administration, Changed, SettingChanges, SettingShown } from '../core/administration.ts';
import type { Log } from '../log/log.ts';
import { openPeople } from '../staff/people.ts';
import { correctedAccent } from './accent.ts';
import { catalogue, givenNames, isSecret, type Storable } from './catalogue.ts';
import { type Effective, type Given, type Judge, readAll } from './effective.ts';
import { importedFrom } from './imported.ts';
import { planOf } from './plan.ts';
import type { Keyring } from './secret.ts';
import { type Kept, readStored, writeStored } from './stored.ts';

/** What the settings of a running Foyer are changed with. */
interface AdministrationParts {
  readonly given: Given;
  /** What this run started with. */
  readonly effective: Effective;
  readonly keyring: Keyring | undefined;
  readonly judge: Judge;
  readonly log: Log;
  /** Ends this run and starts the next; absent: the host cannot. */
  readonly restart?: (() => void) | undefined;
}

/** What an administrator sees and changes. What runs is left as it is: every change of a setting waits for the next start. */
export function openAdministration(parts: AdministrationParts): Administration {
  const { given, effective, keyring, judge, log, restart } = parts;
  const { home } = effective;
  const named = givenNames(given.environment);

  function change(changes: SettingChanges, how: 'desk' | 'import'): Changed {
    const stored = readStored(home);
    const check = (texts: ReadonlyMap<string, string>) => readAll(given, texts, judge);
    const plan = planOf(changes, { stored, given, home, keyring, running: effective.settings, check });
    if (!plan.ok) return plan;
    const { kept, names } = plan.value;
    if (names.length === 0 && stored.notes.length === 0) return { ok: true };
    try {
      writeStored(home, kept);
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      return { ok: false, fault: { name: 'FOYER_DATA', message: 'the folder does not take the settings: look at its disk' } };
    }
    log.log('settingsChanged', { how, names });
    return { ok: true };
  }

  return {
    settings: () => {
      const now = readStored(home);
      return catalogue.map((storable) => shown(storable, effective, now, named.has(storable.name)));
    },
    notes: () => effective.notes,
    change: (changes) => change(changes, 'desk'),
    export: () => `${JSON.stringify(Object.fromEntries(readStored(home).values), null, 2)}\n`,
    import: (text, besides = {}) => {
      const imported = importedFrom(text);
      return imported.ok ? change({ ...imported.value, ...besides }, 'import') : imported;
    },
    restart: () => {
      restart?.();
      return restart !== undefined;
    },
    ...openPeople(effective.settings.data),
  };
}

function shown({ name, group, control, usual }: Storable, effective: Effective, now: Kept, isGiven: boolean): SettingShown {
  const { stored, texts } = effective;
  const value = texts.get(name);
  const isHidden = (stored.sealed.has(name) && !isGiven) || isSecret(name, value ?? '');
  const isChanged = stored.values.get(name) !== now.values.get(name) || stored.sealed.get(name) !== now.sealed.get(name);
  const next = now.values.get(name);
  const colour = name === 'FOYER_ACCENT' ? (isChanged && !isGiven ? next : value) : undefined;
  const drawnAs = colour === undefined ? undefined : correctedAccent(colour);
  return {
    ...{ name, group, control, isGiven, isSecret: isHidden, isSet: value !== undefined },
    ...(usual !== undefined && { usual }),
    ...(value !== undefined && !isHidden && { value }),
    ...(drawnAs !== undefined && { drawnAs }),
    ...(isChanged &&
      !isGiven && { next: { isSet: next !== undefined || now.sealed.has(name), ...(next !== undefined && { value: next }) } }),
  };
}
