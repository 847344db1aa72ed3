import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { success } from '../../../electron/contract/failure.ts';
import { queuesAt } from '../../../electron/printer/ipp/queues.ts';
import { createPrinter } from '../../../electron/printer/printers.ts';
import { cupsPdfFolder, hasCups, hasCupsPdf, type PrivateCups, startCups, startSink } from '../../fakes/cups.ts';
import { root } from '../../fakes/foyer.ts';
import { addressesOf } from '../addresses.ts';
import { assets, content } from '../people.ts';
import { readQr } from '../qr-reader.ts';
import { hasPoppler, pageOfPdf } from './documents.ts';

const isPossible = hasCups && hasPoppler;
if (!isPossible) console.warn('SKIPPED: CUPS itself is not tried, for cupsd, lpadmin or poppler-utils are not on this machine');
if (isPossible && !hasCupsPdf) console.warn('SKIPPED: cups-pdf is not tried, for it is not here, or this is not root');

// CUPS tries a printer that is off again after five seconds.
const retry = 7_000;
const ample = { connect: 3_000, answer: 1_000, confirm: 3_000, job: 20_000 };
const brief = { ...ample, confirm: 2_000, job: 5_000 };

describe.skipIf(!isPossible)('a queue of a real CUPS', { timeout: 90_000 }, () => {
  let cups: PrivateCups;
  const data = mkdtempSync(join(tmpdir(), 'foyer-cups-data-'));
  let sink: Awaited<ReturnType<typeof startSink>>;
  const ends: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    sink = await startSink();
    cups = await startCups();
    cups.addQueue('cable', `socket://127.0.0.1:${sink.port}`);
    if (hasCupsPdf) cups.addQueue('pdf', 'cups-pdf:/', '/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd');
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
    sink.setEnding(true);
    await sink.off();
    sink.jobs.length = 0;
    await sink.on();
  });
  afterAll(async () => {
    await cups?.stop();
    await sink?.off();
    rmSync(data, { recursive: true, force: true });
  });

  const address = (queue: string, media = '62x100') => `ipp://127.0.0.1:${cups.port}/printers/${queue}?media=${media}`;
  const printerOn = (queue: string, times = ample, media?: string) => {
    const printer = createPrinter({ addresses: addressesOf(address(queue, media)), data, assets, times });
    ends.push(() => printer.close());
    return printer;
  };
  const codeOn = async (pdf: Buffer | undefined) =>
    (await readQr(pageOfPdf(pdf ?? Buffer.alloc(0)).picture)).map(({ text }) => text);
  const recorded = () => success(undefined);

  it('takes the badge to the printer; CUPS has only handed it to a cable, so it is sent and not confirmed', async () => {
    expect(await printerOn('cable').print(content(), recorded)).toMatchObject({ state: 'sent' });
    expect(sink.jobs).toHaveLength(1);
    expect(await codeOn(sink.jobs[0])).toEqual(['FJUEIW']);
    expect(cups.jobs()).toBe('');
  });

  it.skipIf(!hasCupsPdf).each([
    ['62x100', 62, 100],
    ['104x54', 104, 54],
  ])('its driver keeps the size of the label: %s mm', async (media, width, height) => {
    const before = existsSync(cupsPdfFolder) ? readdirSync(cupsPdfFolder) : [];
    expect(await printerOn('pdf', ample, media).print(content(), recorded)).toMatchObject({ state: 'sent' });
    const [file = ''] = readdirSync(cupsPdfFolder).filter((name) => !before.includes(name));
    const pdf = readFileSync(join(cupsPdfFolder, file));
    rmSync(join(cupsPdfFolder, file));
    expect(file).not.toMatch(/Lindstr|FJUEIW/);
    const page = pageOfPdf(pdf);
    expect(page.pages).toBe(1);
    expect(Math.abs(page.width - (width / 25.4) * 72)).toBeLessThan(1);
    expect(Math.abs(page.height - (height / 25.4) * 72)).toBeLessThan(1);
    expect(await codeOn(pdf)).toEqual(['FJUEIW']);
  });

  it('PRN-7 a printer that is off is known before: CUPS never gets a job', async () => {
    await sink.off();
    const outcome = await printerOn('cable').print(content(), () => {
      throw new Error('nothing was to be recorded');
    });
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'printer.unreachable' } });
    expect(cups.jobs()).toBe('');
  });

  it('PRN-10 off at the wrong moment: CUPS keeps the job, it is cancelled in time, and nothing comes out when the printer is on again', async () => {
    const printer = printerOn('cable', brief);
    const outcome = await printer.print(content(), () => {
      // There when it was asked, gone when the job comes.
      void sink.off();
      return success(undefined);
    });
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'printer.offline' } });
    expect(cups.jobs()).toBe('');
    await sink.on();
    await sleep(retry);
    expect(sink.jobs).toEqual([]);
  });

  it('PRN-10 a printer that takes the job and never ends it: unknown, and out of the queue', async () => {
    sink.setEnding(false);
    expect(await printerOn('cable', brief).print(content(), recorded)).toMatchObject({ state: 'unknown' });
    expect(cups.jobs()).toBe('');
  });

  it('lists its queues, and which model each has', async () => {
    const queues = await queuesAt(new URL(`http://127.0.0.1:${cups.port}/`), ample);
    expect(queues).toMatchObject({ ok: true });
    expect(queues.ok && queues.value).toContainEqual({ name: 'cable', model: 'Local Raw Printer' });
  });

  it('PRN-13 jobs never interleave, and each is whole', async () => {
    const printer = printerOn('cable');
    const codes = ['AAAAAA', 'BBBBBB', 'CCCCCC', 'DDDDDD'];
    const outcomes = await Promise.all(codes.map((code) => printer.print(content({ code }), recorded)));
    expect(outcomes.map(({ state }) => state)).toEqual(codes.map(() => 'sent'));
    expect(await Promise.all(sink.jobs.map(codeOn))).toEqual(codes.map((code) => [code]));
  });

  describe('and a kiosk whose power is cut', () => {
    let folder: string;
    // Inside dist/, so that what is built finds node_modules.
    beforeAll(async () => {
      mkdirSync(join(root, 'dist'), { recursive: true });
      folder = mkdtempSync(join(root, 'dist/printers-'));
      const source = join(root, 'electron/printer/printers.ts');
      await build({ root, configFile: false, logLevel: 'error', build: { ssr: source, outDir: folder, target: 'node20' } });
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('PRN-10 its job does not come out after the restart, when the printer is on again', async () => {
      const script = `
        import { existsSync } from 'node:fs';
        import { createPrinter } from ${JSON.stringify(pathToFileURL(join(folder, 'printers.js')).href)};
        const [addresses, assets, content, times, marker, data] = JSON.parse(process.argv[1]);
        addresses[0].url = new URL(addresses[0].url);
        const printer = createPrinter({ addresses, data, assets, times });
        printer.print(content, () => {
          console.log('sending');
          // The printer is off before the document leaves.
          while (!existsSync(marker)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
          return { ok: true, value: undefined };
        });
      `;
      const marker = join(folder, 'off');
      const given = JSON.stringify([addressesOf(address('cable')), assets, content(), ample, marker, data]);
      const child = spawn(process.execPath, ['--input-type=module', '-e', script, given], { stdio: ['ignore', 'pipe', 'inherit'] });
      const died = once(child, 'close');
      await once(child.stdout, 'data');
      await sink.off();
      writeFileSync(marker, '');
      while (!cups.isPrinting('cable')) await sleep(50);
      child.kill('SIGKILL');
      await died;
      sink.jobs.length = 0;
      expect(cups.jobs()).toMatch(/^cable-/);

      const printer = printerOn('cable');
      expect(await printer.report()).toMatchObject([{ failure: 'printer.unreachable' }]);
      expect(cups.jobs()).toBe('');
      await sink.on();
      await sleep(retry);
      expect(sink.jobs).toEqual([]);
      expect(await printer.print(content({ code: 'K2M4P6' }), recorded)).toMatchObject({ state: 'sent' });
      expect(await codeOn(sink.jobs[0])).toEqual(['K2M4P6']);
    });
  });
});
