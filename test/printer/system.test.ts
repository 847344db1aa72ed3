import { describe, expect, it } from 'vitest';
import { failure, success } from '../../electron/contract/failure.ts';
import { createSystemPrinting, type PrintingWindow } from '../../electron/host/electron/system-printing.ts';
import { createBadges } from '../../electron/printer/badge.ts';
import { createSystemPrinter, queueUrl, type SystemPrinting } from '../../electron/printer/system.ts';
import { pictureOfPng } from './ipp/documents.ts';
import { assets, content } from './people.ts';
import { readQr } from './qr-reader.ts';

const times = { connect: 500, answer: 200, confirm: 300, job: 1_500 };
const media = { width: 728, height: 1181, dpi: 300 };
const printerWith = (printing: SystemPrinting | undefined) =>
  createSystemPrinter({
    ...{ name: 'Front desk', queue: 'Front desk', media, size: { width: 62, height: 100 } },
    ...{ badges: createBadges({ assets, media }), times, printing },
  });
const well = (): SystemPrinting & { readonly jobs: Parameters<SystemPrinting['print']>[0][] } => {
  const jobs: Parameters<SystemPrinting['print']>[0][] = [];
  return {
    jobs,
    names: async () => ['Front desk'],
    print: async (job) => {
      jobs.push(job);
      return true;
    },
  };
};
const never = new Promise<never>(() => {});
const recorded = () => success(undefined);

describe('a printer of the operating system', () => {
  it('PRN-9 gets the picture on a page of its size; that it was taken is all that is known', async () => {
    const printing = well();
    expect(await printerWith(printing).print(content(), recorded)).toEqual({
      state: 'sent',
      printer: 'Front desk',
      kept: expect.any(Uint8Array),
    });
    expect(printing.jobs).toMatchObject([{ queue: 'Front desk', width: 62_000, height: 100_000 }]);
    const [{ png } = { png: Buffer.alloc(0) }] = printing.jobs;
    expect((await readQr(pictureOfPng(png))).map(({ text }) => text)).toEqual(['FJUEIW']);
  });

  it.each<[string, Partial<SystemPrinting> | undefined, string]>([
    ['no printer of that name', { names: async () => ['Another'] }, 'printer.unreachable'],
    ['a system that does not answer', { names: () => never }, 'printer.silent'],
    ['a host without printing', undefined, 'printer.none'],
  ])('PRN-7 %s: nothing is sent', async (_name, over, code) => {
    const printing = well();
    const printer = printerWith(over && { ...printing, ...over });
    const outcome = await printer.print(content(), () => {
      throw new Error('nothing was to be recorded');
    });
    expect(outcome).toMatchObject({ state: 'failed', failure: { code } });
    expect(await printer.report()).toEqual([{ name: 'Front desk', warnings: [], failure: code }]);
    expect(printing.jobs).toEqual([]);
  });

  it('PRN-8 what cannot be recorded is not sent', async () => {
    const printing = well();
    const outcome = await printerWith(printing).print(content(), () => failure('journal.full'));
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'journal.full' } });
    expect(printing.jobs).toEqual([]);
  });

  it.each<[string, SystemPrinting['print']]>([
    ['refuses', async () => false],
    ['does not come back', () => never],
  ])('PRN-11 a job that the system %s is unknown: part of it may be out', async (_name, print) => {
    expect(await printerWith({ ...well(), print }).print(content(), recorded)).toMatchObject({ state: 'unknown' });
  });

  it('PRN-13 one job at a time', async () => {
    let running = 0;
    let most = 0;
    const print = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
      return true;
    };
    const printer = printerWith({ ...well(), print });
    await Promise.all([1, 2, 3].map(() => printer.print(content(), recorded)));
    expect(most).toBe(1);
  });

  it('where there is CUPS its queue is asked by its name', () => {
    expect(queueUrl('Front desk/50%').href).toBe('http://localhost:631/printers/Front%20desk%2F50%25');
  });
});

describe('Chromium’s silent printing', () => {
  const windowThat = (over: { loadURL?: PrintingWindow['loadURL']; print?: PrintingWindow['webContents']['print'] } = {}) => {
    const seen: { url?: string; options?: object; destroyed: number } = { destroyed: 0 };
    const window: PrintingWindow = {
      loadURL: async (url) => {
        seen.url = url;
        await over.loadURL?.(url);
      },
      destroy: () => {
        seen.destroyed += 1;
      },
      webContents: {
        getPrintersAsync: async () => [{ name: 'Front desk' }, { name: 'Office' }],
        print: (options, done) => {
          seen.options = options;
          if (over.print) over.print(options, done);
          else done(true);
        },
      },
    };
    return { seen, printing: createSystemPrinting(() => window) };
  };
  const job = { queue: 'Front desk', png: Buffer.from('a picture'), width: 62_000, height: 100_000 };

  it('shows a page with the picture and nothing else, prints it unasked on that printer, and closes it', async () => {
    const { seen, printing } = windowThat();
    expect(await printing.print(job)).toBe(true);
    expect(seen.options).toMatchObject({
      ...{ silent: true, deviceName: 'Front desk', copies: 1, margins: { marginType: 'none' } },
      pageSize: { width: 62_000, height: 100_000 },
    });
    const html = Buffer.from(seen.url?.split(',')[1] ?? '', 'base64').toString();
    expect(html).toContain("default-src 'none'; img-src data:");
    expect(html).toContain(`src="data:image/png;base64,${job.png.toString('base64')}"`);
    expect(html).not.toMatch(/script/i);
    expect(seen.destroyed).toBe(1);
  });

  it('names the printers', async () => {
    expect(await windowThat().printing.names()).toEqual(['Front desk', 'Office']);
  });

  it.each([
    ['says no', { print: (_options: object, done: (success: boolean) => void) => done(false) }],
    ['breaks', { loadURL: () => Promise.reject(new Error('no')) }],
  ])('a window that %s: not taken, and closed all the same', async (_name, over) => {
    const { seen, printing } = windowThat(over);
    expect(await printing.print(job)).toBe(false);
    expect(seen.destroyed).toBe(1);
  });
});
