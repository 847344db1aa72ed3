import type { WebContentsPrintOptions } from 'electron';
import type { SystemPrinting } from '../../printer/system.ts';

/** A page without scripts and without a network, that shows one picture as wide as the paper. The picture is all that is the visitor's. */
const pageOf = (png: Buffer): string => {
  const html = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><style>@page{margin:0}html,body{margin:0}img{display:block;width:100%;image-rendering:pixelated}</style><img src="data:image/png;base64,${png.toString('base64')}">`;
  return `data:text/html;base64,${Buffer.from(html).toString('base64')}`;
};

/** What a hidden window is asked for, and its end. */
export interface PrintingWindow {
  readonly webContents: {
    getPrintersAsync(): Promise<readonly { readonly name: string }[]>;
    print(options: WebContentsPrintOptions, done: (success: boolean) => void): void;
  };
  loadURL(url: string): Promise<void>;
  destroy(): void;
}

/**
 * Chromium's silent printing: https://www.electronjs.org/docs/latest/api/web-contents#contentsprintoptions-callback. Its callback tells
 * that the operating system took the job or did not, and nothing of paper. `open`: makes a hidden window.
 */
export function createSystemPrinting(open: () => PrintingWindow): SystemPrinting {
  const withWindow = async <T>(work: (window: PrintingWindow) => Promise<T>, otherwise: T): Promise<T> => {
    const window = open();
    try {
      return await work(window);
    } catch {
      return otherwise;
    } finally {
      window.destroy();
    }
  };
  return {
    names: () => withWindow(async ({ webContents }) => (await webContents.getPrintersAsync()).map(({ name }) => name), []),
    print: ({ queue, png, width, height }) =>
      withWindow(async (window) => {
        await window.loadURL(pageOf(png));
        const options: WebContentsPrintOptions = {
          silent: true,
          deviceName: queue,
          printBackground: true,
          margins: { marginType: 'none' },
          scaleFactor: 100,
          copies: 1,
          pageSize: { width, height },
        };
        return new Promise<boolean>((resolve) => window.webContents.print(options, resolve));
      }, false),
  };
}
