import { beginFoyer } from '../fakes/foyer.ts';
import { say } from './notes.ts';
import { openPage, type Page } from './page.ts';
import type { Site } from './site.ts';

/** How long a start may take before it counts as one that hangs (milliseconds); a kill ends it sooner. */
const startPatience = 30_000;

/** One run of Foyer's process on a site's data folder, from its start to its end. */
export interface Life {
  /** Its page on the first screen; undefined: it ended before, or is not ready in half a minute. */
  readonly page: Promise<Page | undefined>;
  /** The page of the desk beside it, once that is ready; undefined: there is none, or it ended before. */
  desk(): Promise<Page | undefined>;
  /** Who stands before the screen: what it says is said of this code. */
  serve(code: string | undefined): void;
  /** Ends as the process does. */
  readonly ended: Promise<{ readonly signal: NodeJS.Signals | null; readonly code: number | null }>;
  hasEnded(): boolean;
  end(signal: 'SIGKILL' | 'SIGTERM'): void;
  output(): string;
}

/** Starts Foyer at a site and notes what its screen says. */
export function begin(site: Site, extra: Readonly<Record<string, string>> = {}): Life {
  const { notes } = site;
  const { process, link, output } = beginFoyer(site.environment(extra));
  let served: string | undefined;
  let done = false;
  const ended = new Promise<{ signal: NodeJS.Signals | null; code: number | null }>((resolve) => {
    process.once('exit', (code, signal) => {
      done = true;
      resolve({ code, signal });
    });
  });

  const open = async (): Promise<Page | undefined> => {
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), startPatience).unref());
    const address = await Promise.race([link, late]);
    if (!address) return undefined;
    return openPage(address, (screen) => {
      if (screen.kind !== 'checkedIn' && screen.kind !== 'checkedOut') return;
      if (served === undefined) {
        notes.contradictions.push(`${screen.kind} was said to nobody`);
        return;
      }
      say(notes, served, screen.kind);
      const printed = screen.kind === 'checkedIn' ? screen.badge.state : screen.slip?.state;
      if (screen.kind === 'checkedIn' && (printed === 'take' || printed === 'sent')) say(notes, served, printed);
    });
  };
  const page = open();
  let desk: Promise<Page | undefined> | undefined;
  const openDesk = async (): Promise<Page | undefined> => {
    await page;
    // Its link is told before the first page's.
    const found = /^foyer desk (\S+)$/m.exec(output())?.[1];
    return found === undefined ? undefined : openPage(found, () => {});
  };
  // The page of a process that is gone is nobody's.
  void ended.then(async () => {
    (await page)?.close();
    (await desk)?.close();
  });
  return {
    page,
    desk: () => {
      desk ??= openDesk();
      return desk;
    },
    serve: (code) => {
      served = code;
    },
    ended,
    hasEnded: () => done,
    end: (signal) => process.kill(signal),
    output,
  };
}
