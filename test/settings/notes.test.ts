import { expect, it } from 'vitest';
import type { SettingsNote } from '../../electron/core/administration.ts';
import { tellNotes } from '../../electron/settings/notes.ts';
import { faultLine } from '../../electron/settings/settings.ts';

function told(notes: readonly SettingsNote[]) {
  const logged: unknown[] = [];
  const lines: string[] = [];
  const log = { log: (event: string, fields: object) => void logged.push({ event, ...fields }), close: () => {} };
  tellNotes(notes, log, (fault) => lines.push(faultLine(fault)));
  return { logged, lines };
}

it('says nothing where everything that is kept is used', () => {
  expect(told([])).toEqual({ logged: [], lines: [] });
});

it('DUR-10 says each thing that is not, in a line that names it, and the log names only settings that Foyer has', () => {
  const { logged, lines } = told([
    { kind: 'previousUsed' },
    { kind: 'leftOut', name: 'FOYER_NEWER', why: 'unknown' },
    { kind: 'leftOut', name: 'FOYER_SLIP', why: 'unfit' },
    { kind: 'leftOut', name: 'FOYER_TOKEN', why: 'unopened' },
    { kind: 'leftOut', name: 'FOYER_TOKEN', why: 'plainSecret' },
  ]);
  expect(lines).toEqual([
    'foyer: settings.json: cannot be read: the settings before it are used, until they are set anew',
    'foyer: FOYER_NEWER: is kept, and this Foyer does not know it: it is left out',
    'foyer: FOYER_SLIP: is kept with a value that cannot be used: it is left out',
    'foyer: FOYER_TOKEN: is sealed, and does not open: it has to be set anew',
    'foyer: FOYER_TOKEN: is secret, and stands in settings.json as it is: it is left out',
  ]);
  expect(logged).toEqual([
    { event: 'settingsRead', previousUsed: true, lost: false, leftOut: ['FOYER_SLIP', 'FOYER_TOKEN'], unknown: 1 },
  ]);
});
