import type { SettingsNote } from '../core/administration.ts';
import type { Log } from '../log/log.ts';
import { storableOf } from './catalogue.ts';
import type { SettingsFault } from './settings.ts';

const whys: Readonly<Record<Extract<SettingsNote, { kind: 'leftOut' }>['why'], string>> = {
  unknown: 'is kept, and this Foyer does not know it: it is left out',
  unfit: 'is kept with a value that cannot be used: it is left out',
  plainSecret: 'is secret, and stands in settings.json as it is: it is left out',
  unopened: 'is sealed, and does not open: it has to be set anew',
};

/** Tells whoever started Foyer, and the log, what of the kept settings could not be used. Says nothing where all could. */
export function tellNotes(notes: readonly SettingsNote[], log: Log, say: (fault: SettingsFault) => void): void {
  if (notes.length === 0) return;
  const left = notes.flatMap((note) => (note.kind === 'leftOut' ? [note.name] : []));
  const known = [...new Set(left.filter((name) => storableOf(name)))];
  const [previousUsed, lost] = (['previousUsed', 'lost'] as const).map((kind) => notes.some((note) => note.kind === kind));
  log.log('settingsRead', {
    previousUsed: previousUsed === true,
    lost: lost === true,
    leftOut: known,
    unknown: left.length - left.filter((name) => storableOf(name)).length,
  });
  for (const note of notes) say(faultOf(note));
}

function faultOf(note: SettingsNote): SettingsFault {
  if (note.kind === 'leftOut') return { name: note.name, message: whys[note.why] };
  return {
    name: 'settings.json',
    message:
      note.kind === 'previousUsed'
        ? 'cannot be read: the settings before it are used, until they are set anew'
        : 'cannot be read, and nothing is known of the settings: set them anew',
  };
}
