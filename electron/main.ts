import { app } from 'electron';
import { startApp } from './app.ts';
import { flagsOf } from './host/electron/flags.ts';
import { runElectronHost } from './host/electron/host.ts';
import { openPrintingWindow } from './host/electron/printing-window.ts';
import { createSystemPrinting } from './host/electron/system-printing.ts';
import { givenOf, placesFrom } from './host/surroundings.ts';
import { sayBug, sayFault, wrongSetting } from './host/terminal.ts';
import { effectiveSettings } from './settings/effective.ts';
import { prepareFolder } from './settings/folder.ts';
import type { Keyring } from './settings/secret.ts';

const given = givenOf('electron', flagsOf(process.argv, [app.getAppPath(), import.meta.filename]));
// Without what is sealed: the keyring is there only when Electron is ready.
const effective = effectiveSettings(given);
if (effective.ok) {
  const { renderer, preload, assets } = placesFrom(import.meta.dirname);
  const { data, demo, mode } = effective.value.settings;
  const printing = createSystemPrinting(openPrintingWindow);
  const start = (keyring: Keyring, restart: (() => void) | undefined) => startApp({ given, assets, keyring, restart, printing });
  // Chromium's profile goes into the data folder too, so whether the folder may be used is asked before anything is put there.
  const folder = prepareFolder(data);
  if (folder.ok) {
    // Not awaited here: Electron is ready only after this module has run.
    runElectronHost({ data, renderer, preload, first: mode, closable: demo || mode === 'desk', start }).catch((error) => {
      sayBug(error);
      app.exit(1);
    });
  } else {
    sayFault(folder.fault);
    app.exit(wrongSetting);
  }
} else {
  sayFault(effective.fault);
  app.exit(wrongSetting);
}
