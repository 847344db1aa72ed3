import type { WebContents } from 'electron';
import type { ServedScreen } from '../gate.ts';
import { pageUrl, restUrl } from './origin.ts';

/** What happened to a page: its process ended, it answered no key or touch for long, or it dies too often and a page without a program stands in. */
type PageTrouble = Parameters<NonNullable<ServedScreen['pageLost']>>[0];

/** So many times within so long a page that dies is loaded again at once; then it rests before it is tried once more (ms). */
const mostDeaths = 5;
const within = 10 * 60_000;
const restMs = 5 * 60_000;
/** Chromium is still putting the old process away. */
const pauseMs = 500;
/** A page that does not answer may be busy for a moment, on a slow machine. */
const stuckMs = 10_000;

type Page = Pick<WebContents, 'on' | 'loadURL' | 'isDestroyed' | 'forcefullyCrashRenderer'>;
type Time = { readonly now: () => number; readonly after: (milliseconds: number, callback: () => void) => () => void };

/**
 * Brings back a page whose process ended or that is stuck (rule WIN-11). `tell` hears of it first, so that the screen is at its start when the
 * page is back. A page that dies again and again gives way to one that asks visitors to go to reception, and is tried again
 * after five minutes. That the process for graphics ended needs nothing: Chromium starts another.
 * https://electronjs.org/docs/latest/api/web-contents#event-render-process-gone
 */
export function revive(page: Page, tell: (trouble: PageTrouble) => void, time: Time): void {
  let deaths: number[] = [];
  let waiting = () => {};
  let stuck = () => {};

  function load(url: string, milliseconds: number): void {
    waiting();
    waiting = time.after(milliseconds, () => {
      if (!page.isDestroyed()) void page.loadURL(url).catch(() => undefined);
    });
  }

  page.on('render-process-gone', (_event, { reason }) => {
    stuck();
    if (reason === 'clean-exit' || page.isDestroyed()) return;
    deaths = [...deaths.filter((at) => time.now() - at < within), time.now()];
    if (deaths.length <= mostDeaths) {
      tell('gone');
      return load(pageUrl, pauseMs);
    }
    tell('resting');
    load(restUrl, pauseMs);
    const begin = waiting;
    const again = time.after(restMs, () => {
      deaths = [];
      load(pageUrl, 0);
    });
    waiting = () => {
      begin();
      again();
    };
  });
  page.on('unresponsive', () => {
    stuck();
    stuck = time.after(stuckMs, () => {
      if (page.isDestroyed()) return;
      tell('unresponsive');
      page.forcefullyCrashRenderer();
    });
  });
  page.on('responsive', () => stuck());
}
