import type { SettingsFault } from '../../settings/settings.ts';
import { createEnding, endOnBugs, endOnSignals } from '../ending.ts';
import { createReportingGate, type Served } from '../gate.ts';
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
  const gate = createReportingGate(app);
  const opened = await openBrowserHost(
    gate,
    withPictures(pages, (name) => app.picture?.(name)),
    options.port,
  ).catch(async (error: NodeJS.ErrnoException) => {
    await app.stop();
    sayFault({ name: '--port', message: `${options.port} cannot be had (${error.code})` });
    process.exit(wrongSetting);
  });
  // The page must not see half an ending: its connection goes first, what it asked for is finished after.
  const stop = () => opened.close().then(() => app.stop());
  endOnSignals(createEnding(stop, (code) => process.exit(code)));
  say(`foyer ready ${opened.link}`);
}
