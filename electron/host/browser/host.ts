import type { SettingsFault } from '../../settings/settings.ts';
import { createEnding, endOnBugs, endOnSignals } from '../ending.ts';
import { createReportingGate, type Served, type ServedScreen } from '../gate.ts';
import { listPages, withPictures } from '../pages.ts';
import { say, sayFault, wrongSetting } from '../terminal.ts';
import { openBrowserHost } from './server.ts';

/** What the browser host is given. `renderer` is an absolute path; `port` 0 takes a free one. */
export interface BrowserHostOptions {
  readonly port: number;
  readonly renderer: string;
  start(): Promise<{ ok: true; value: Served } | { ok: false; fault: SettingsFault }>;
}

/** Runs Foyer for a browser on this machine. Ends the process. */
export async function runBrowserHost(options: BrowserHostOptions): Promise<void> {
  endOnBugs((code) => process.exit(code));
  const [started, pages] = await Promise.all([options.start(), listPages(options.renderer)]);
  if (!started.ok) {
    sayFault(started.fault);
    process.exit(wrongSetting);
  }
  const app = started.value;
  const served = withPictures(pages, (name) => app.picture?.(name));
  const open = (screen: ServedScreen, port: number) =>
    openBrowserHost(createReportingGate(screen), served, port, () => screen.pageLost?.('gone')).catch(
      async (error: NodeJS.ErrnoException) => {
        await app.stop();
        sayFault({ name: '--port', message: `${port} cannot be had (${error.code})` });
        process.exit(wrongSetting);
      },
    );
  const first = await open(app, options.port);
  // A port of its own, so a link and a cookie of its own: whoever has the lobby's has nothing of the desk.
  const desk = app.desk && (await open(app.desk, 0));
  // The page must not see half an ending: its connection goes first, what it asked for is finished after.
  const stop = () => Promise.all([first.close(), desk?.close()]).then(() => app.stop());
  endOnSignals(createEnding(stop, (code) => process.exit(code)));
  if (desk) say(`foyer desk ${desk.link}`);
  say(`foyer ready ${first.link}`);
}
