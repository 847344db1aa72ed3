import { readFinderFlags } from './finder/flags.ts';
import { runFinder } from './finder/run.ts';
import { placesFrom, settingsOf } from './host/surroundings.ts';
import { sayBug, sayFault, wrongSetting } from './host/terminal.ts';

// `npm start -- --printers`: no window, no journal; finds printers, and says how those are that are set.
const flags = readFinderFlags(process.argv.slice(2));
const settings = flags.ok ? settingsOf('browser', flags.value.rest) : flags;
if (!flags.ok || !settings.ok) {
  if (!settings.ok) sayFault(settings.fault);
  process.exit(wrongSetting);
}
const { assets } = placesFrom(import.meta.dirname);
const { json, testBadge } = flags.value;
runFinder(settings.value, { json, testBadge, assets }).then(
  ({ text, exitCode }) => {
    process.exitCode = exitCode;
    process.stdout.write(text);
  },
  (error) => {
    sayBug(error);
    process.exitCode = 1;
  },
);
