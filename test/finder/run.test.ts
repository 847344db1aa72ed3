import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { success } from '../../electron/contract/failure.ts';
import { advertOf } from '../../electron/finder/advert.ts';
import { readFinderFlags } from '../../electron/finder/flags.ts';
import { type Places, runFinder } from '../../electron/finder/run.ts';
import { createPrinter } from '../../electron/printer/printers.ts';
import { enumeration, keyword, startFakeIpp } from '../fakes/ipp.ts';
import { startFakePrinter } from '../fakes/printer.ts';
import { addressesOf } from '../printer/addresses.ts';
import { assets, content } from '../printer/people.ts';
import { readQr } from '../printer/qr-reader.ts';

let data: string;
const ends: (() => Promise<void>)[] = [];
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'foyer-finder-'));
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  rmSync(data, { recursive: true, force: true });
});

const zebra = advertOf({ type: 'pdl-datastream', name: 'Zebra ZD421', port: 9100, addresses: ['192.0.2.7'], txt: {} });
const quiet: Places = {
  listen: async () => ({ adverts: [], works: true }),
  cups: new URL('http://127.0.0.1:9/'),
  devices: '/nowhere',
  times: { connect: 5_000, answer: 2_000, confirm: 3_000, job: 12_000 },
};
const find = async (
  printers: string,
  { testBadge = false, places = {} }: { testBadge?: boolean; places?: Partial<Places> } = {},
) => {
  const settings = { data, drawing: {}, printers: printers === '' ? [] : addressesOf(printers) };
  const given = { testBadge, assets, places: { ...quiet, ...places } };
  const run = await runFinder(settings, { ...given, json: false });
  return { ...run, lines: run.text.trimEnd().split('\n') };
};
const bytes = async () => {
  const fake = await startFakePrinter({});
  ends.push(() => fake.close());
  return fake;
};
const ipp = async () => {
  const fake = await startFakeIpp();
  ends.push(() => fake.close());
  const printer = `127.0.0.1:${fake.port}/ipp/print`;
  return { fake, printer, address: `ipp://${printer}?media=62x100` };
};

describe('npm start -- --printers', () => {
  it('says what was found, and what to set for it', async () => {
    mkdirSync(join(data, 'usb'));
    for (const name of ['lp0', 'hiddev0']) writeFileSync(join(data, 'usb', name), '');
    const places = { listen: async () => ({ adverts: zebra ? [zebra] : [], works: true }), devices: join(data, 'usb') };
    const { exitCode, text, lines } = await find('', { places });
    expect(exitCode).toBe(0);
    expect(text).toContain('  Zebra ZD421 (network)\n    FOYER_PRINTER=zpl+tcp://192.0.2.7?media=104x54\n');
    expect(text).toContain('    FOYER_PRINTER=escpos+file:/dev/usb/lp0\n');
    expect(text).not.toContain('hiddev0');
    expect(lines.at(-1)).toBe('ok: set FOYER_PRINTER to one of these, and ask again');
  });

  it('nothing set, nothing found: says so, and that it could not listen', async () => {
    const { exitCode, text, lines } = await find('', { places: { listen: async () => ({ adverts: [], works: false }) } });
    expect(exitCode).toBe(1);
    expect(text).toContain('does not let programs ask for printers by mDNS');
    expect(lines.at(-1)).toBe('not ok: no printer is set, and none was found');
  });

  it('asks each printer that is set, and says which labels are loaded and whether the badge fits', async () => {
    const [fake, { printer, address }] = [await bytes(), await ipp()];
    const { exitCode, lines } = await find(`escpos+tcp://127.0.0.1:${fake.port} ${address}`);
    expect(exitCode).toBe(0);
    expect(lines.slice(0, 5)).toEqual([
      'set in FOYER_PRINTER:',
      `  127.0.0.1:${fake.port}: can print`,
      '    does not tell which labels are loaded',
      `  ${printer}: can print`,
      '    loaded: 62 × 100 mm; the badge (62 × 100 mm) fits',
    ]);
    expect(fake.jobs()).toEqual([]);
  });

  it('other labels than set: not ok', async () => {
    const { fake, printer, address } = await ipp();
    fake.printer = { 'media-ready': [keyword('oe_29x90mm_29x90mm')] };
    const { exitCode, text, lines } = await find(address);
    expect(exitCode).toBe(1);
    expect(text).toContain('    the setting says 62 × 100 mm\n');
    expect(lines.at(-1)).toBe(`not ok: ${printer}: other labels are loaded than the setting says`);
  });

  it('prints a test badge where it is asked for one, marked as such, and says what came of it', async () => {
    const fake = await bytes();
    const { exitCode, text } = await find(`escpos+tcp://127.0.0.1:${fake.port} show:`, { testBadge: true });
    expect(exitCode).toBe(0);
    expect(text.match(/test badge: printed; the printer itself says so/g)).toHaveLength(2);
    const [job = Buffer.alloc(0), ...more] = fake.jobs();
    expect(more).toEqual([]);
    expect((await readQr(fake.picture(job))).map((found) => found.text)).toEqual(['TEST00']);
    expect(readdirSync(data)).toEqual(['test-badges']);
  });

  it('a test badge of which nobody knows: not ok, and the person is sent to look', async () => {
    const { fake, address } = await ipp();
    fake.steps = [{ state: 'processing', begun: true }];
    fake.cancelled = undefined;
    const { exitCode, lines } = await find(address, { testBadge: true });
    expect(exitCode).toBe(1);
    expect(lines.at(-1)).toMatch(/^not ok: .*test badge not known whether it came out: .*; look at the printer$/);
  });

  it('PRN-10 a test badge that an earlier run left in the queue is cancelled by the next, and nothing of a kiosk’s own', async () => {
    const { fake, address } = await ipp();
    const times = { ...quiet.times, answer: 500, confirm: 2_000, job: 5_000 };
    fake.steps = [{ state: 'pending', begun: false }];
    fake.cancelled = undefined;
    await find(address, { testBadge: true, places: { times } });
    const kiosk = createPrinter({ addresses: addressesOf(address), data, assets, times });
    ends.push(() => kiosk.close());
    await kiosk.print(content(), () => success(undefined));
    fake.cancelled = { state: 'canceled', begun: false };
    const before = fake.requests.length;
    expect((await find(address)).exitCode).toBe(0);
    const asked = fake.requests.slice(before).filter(({ operation }) => operation === 'Cancel-Job');
    expect(asked.map(({ attributes }) => attributes['job-id'])).toEqual([[41]]);
  });

  it('for scripts: one object, with states and codes', async () => {
    const { fake, printer, address } = await ipp();
    fake.printer = { 'printer-state': [enumeration(5)], 'printer-state-reasons': [keyword('media-empty')] };
    const settings = { data, drawing: {}, printers: addressesOf(address) };
    const { text, exitCode } = await runFinder(settings, { json: true, testBadge: true, assets, places: quiet });
    expect(exitCode).toBe(1);
    expect(JSON.parse(text)).toEqual({
      ...{ ok: false, why: `${printer}: out of paper or labels`, multicast: true, found: [] },
      set: [
        {
          ...{ name: printer, warnings: [], failure: 'printer.paperOut', size: { width: 62, height: 100 } },
          badge: { state: 'failed', failure: 'printer.paperOut' },
        },
      ],
    });
  });
});

describe('its flags', () => {
  it.each([
    [['--printers'], { json: false, testBadge: false, rest: [] }],
    [['--json', '--printers', '--test-badge', '--demo'], { json: true, testBadge: true, rest: ['--demo'] }],
  ])('%j', (argv, value) => {
    expect(readFinderFlags(argv)).toEqual({ ok: true, value });
  });

  it.each([
    [['--printers', '--test-badge=1'], { name: '--test-badge', message: 'takes no value' }],
    [['--printers', '--printers'], { name: '--printers', message: 'is given twice' }],
  ])('%j', (argv, fault) => {
    expect(readFinderFlags(argv)).toEqual({ ok: false, fault });
  });
});
