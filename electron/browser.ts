import { startApp } from './app.ts';
import { runBrowserHost } from './host/browser/host.ts';
import { placesFrom, settingsOf } from './host/surroundings.ts';
import { sayBug, sayFault, wrongSetting } from './host/terminal.ts';

const settings = settingsOf('browser', process.argv.slice(2));
if (!settings.ok) {
  sayFault(settings.fault);
  process.exit(wrongSetting);
}
const { renderer, assets } = placesFrom(import.meta.dirname);
const start = () => startApp({ settings: settings.value, assets });

runBrowserHost({ port: settings.value.port, renderer, start }).catch((error) => {
  sayBug(error);
  process.exit(1);
});
