import { readCheckFlags } from './check/flags.ts';
import { progressOn } from './check/progress.ts';
import { runCheck } from './check/run.ts';
import { settingsOf } from './host/surroundings.ts';
import { sayBug, sayFault, wrongSetting } from './host/terminal.ts';
import { isPlaceholder } from './settings/effective.ts';

// `npm start -- --check`: no window, no journal; prints whether Foyer can work with the server as it is set.
const flags = readCheckFlags(process.argv.slice(2));
const settings = flags.ok ? settingsOf('browser', flags.value.rest) : flags;
if (!flags.ok || !settings.ok) {
  if (!settings.ok) sayFault(settings.fault);
  process.exit(wrongSetting);
}
if (isPlaceholder(settings.value.server?.token ?? '')) {
  sayFault({
    name: 'FOYER_TOKEN',
    message: 'is not known here, for it is sealed, or the kept settings are damaged: set it for this report',
  });
  process.exit(wrongSetting);
}
const progress = progressOn(process.stderr);
runCheck(settings.value, { json: flags.value.json, step: progress.step }).then(
  ({ text, exitCode }) => {
    progress.end();
    process.exitCode = exitCode;
    process.stdout.write(text);
  },
  (error) => {
    progress.end();
    sayBug(error);
    process.exitCode = 1;
  },
);
