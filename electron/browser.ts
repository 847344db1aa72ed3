import { startApp } from './app.ts';
import { runBrowserHost } from './host/browser/host.ts';
import { givenOf, placesFrom } from './host/surroundings.ts';
import { sayBug, sayFault, wrongSetting } from './host/terminal.ts';
import { effectiveSettings } from './settings/effective.ts';

const given = givenOf('browser', process.argv.slice(2));
const effective = effectiveSettings(given);
if (!effective.ok) {
  sayFault(effective.fault);
  process.exit(wrongSetting);
}
const { renderer, assets } = placesFrom(import.meta.dirname);
const start = () => startApp({ given, assets });

runBrowserHost({ port: effective.value.settings.port, renderer, start }).catch((error) => {
  sayBug(error);
  process.exit(1);
});
