import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { success } from '../../electron/contract/failure.ts';
import { openDevice } from '../../electron/printer/device-line.ts';
import type { Line } from '../../electron/printer/line.ts';
import { createPrinter } from '../../electron/printer/printers.ts';
import { readQlCommands } from '../fakes/brother-ql.ts';
import { startFakeBrotherQl } from '../fakes/brother-ql-printer.ts';
import { type FakeDevice, startFakeDevice } from '../fakes/device.ts';
import { startFakePrinter } from '../fakes/printer.ts';
import { addressesOf } from './addresses.ts';
import { assets, content } from './people.ts';
import { readQr } from './qr-reader.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const never = new AbortController().signal;
const device = async (): Promise<FakeDevice> => {
  const fake = await startFakeDevice();
  ends.push(fake.unplug);
  return fake;
};
const lineTo = async (file: string, signal = never): Promise<Line> => {
  const opened = await openDevice(file, 1_000, signal);
  if (!opened.ok) throw new Error(opened.failure.code);
  ends.push(opened.value.reset);
  return opened.value;
};
const until = async (is: () => boolean) => {
  for (const end = performance.now() + 5_000; !is() && performance.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 5));
};
/** What a device of usblp answers that has no way back; no other device of a machine takes bytes and answers so. */
const makeOneWay = async () => {
  const handle = await open('/dev/null');
  const reading = vi.spyOn(Object.getPrototypeOf(handle), 'read');
  await handle.close();
  reading.mockImplementation(() => Promise.reject(Object.assign(new Error('invalid argument'), { code: 'EINVAL' })));
  ends.push(() => reading.mockRestore());
};
const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);

describe.skipIf(process.platform !== 'linux')('a device', () => {
  it('is sent every byte as it is, and heard', async () => {
    const fake = await device();
    const line = await lineTo(fake.path);
    expect(await line.send(everyByte)).toBe(true);
    await until(() => fake.received().length >= 256);
    expect(fake.received().equals(everyByte)).toBe(true);
    expect(await line.hear(0)).toBeUndefined();
    fake.say(everyByte);
    const heard: number[] = [];
    while (heard.length < 256) heard.push(...((await line.hear(2_000)) ?? [Number.NaN]));
    expect(heard).toEqual([...everyByte]);
  });

  it('is sent more than it can hold', async () => {
    const fake = await device();
    const line = await lineTo(fake.path);
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 31) & 0xff);
    expect(await line.send(bytes)).toBe(true);
    await until(() => fake.received().length >= bytes.length);
    expect(fake.received().equals(bytes)).toBe(true);
  });

  it('that takes nothing more holds nobody: the deadline ends it', async () => {
    const fake = await device();
    const line = await lineTo(fake.path, AbortSignal.timeout(300));
    fake.stall();
    expect(await line.send(new Uint8Array(1_000_000))).toBe(false);
    expect(line.ended).toBe(true);
    expect(await line.hear(1_000)).toBeUndefined();
  });

  it('that has no way back is sent to all the same, and never heard', async () => {
    await makeOneWay();
    const fake = await device();
    const line = await lineTo(fake.path);
    expect(await line.hear(100)).toBeUndefined();
    expect(line.ended).toBe(false);
    expect(await line.send(everyByte)).toBe(true);
    await until(() => fake.received().length >= 256);
    expect(fake.received().equals(everyByte)).toBe(true);
    expect(await line.finish(100, 'come')).toBe(true);
  });

  it('that is unplugged ends the line when it is written', async () => {
    const fake = await device();
    const line = await lineTo(fake.path);
    await fake.unplug();
    expect(await line.send(everyByte)).toBe(false);
    expect(line.ended).toBe(true);
    expect(await line.finish(100, 'come')).toBe(false);
  });

  it('that is unplugged while it is sent to', async () => {
    const fake = await device();
    const line = await lineTo(fake.path);
    fake.stall();
    const sent = line.send(new Uint8Array(1_000_000));
    await fake.unplug();
    expect(await sent).toBe(false);
  });

  it('an end in order leaves the last bytes time to arrive, unless they were answered', async () => {
    const fake = await device();
    const line = await lineTo(fake.path);
    await line.send(everyByte);
    expect(await line.finish(200, 'come')).toBe(true);
    expect(line.ended).toBe(true);
    await until(() => fake.received().length >= 256);
    expect(fake.received().equals(everyByte)).toBe(true);
    expect(await line.send(everyByte)).toBe(false);
  });

  it('PRN-11 a reset ends it at once', async () => {
    const fake = await device();
    const line = await lineTo(fake.path);
    line.reset();
    expect(line.ended).toBe(true);
    expect(await line.send(everyByte)).toBe(false);
    expect(await line.hear(50)).toBeUndefined();
    expect(fake.received()).toHaveLength(0);
  });
});

describe.skipIf(process.platform !== 'linux')('what is no device', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'foyer-device-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is unreachable', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    for (const name of ['.', 'file', 'missing'])
      expect(await openDevice(path.join(folder, name), 0, never)).toEqual({ ok: false, failure: { code: 'printer.unreachable' } });
  });

  it('a pipe is written and never heard; without a reader it is unreachable', async () => {
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect((await openDevice(pipe, 0, never)).ok).toBe(false);
    const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    const line = await lineTo(pipe);
    expect(await line.send(everyByte)).toBe(true);
    expect(await line.hear(50)).toBeUndefined();
    const buffer = Buffer.alloc(300);
    expect(buffer.subarray(0, readSync(reader, buffer)).equals(everyByte)).toBe(true);
    // It holds 64 KiB; then the reader goes.
    const sent = line.send(new Uint8Array(1_000_000));
    await new Promise((resolve) => setTimeout(resolve, 50));
    closeSync(reader);
    expect(await sent).toBe(false);
  });
});

describe.skipIf(process.platform !== 'linux')('a badge by USB', () => {
  const printerAt = (address: string) => {
    const times = { connect: 2_000, answer: 2_000, confirm: 3_000, job: 20_000 };
    const printer = createPrinter({ addresses: addressesOf(address), data: '/nowhere', assets, times });
    ends.push(() => printer.close());
    return printer;
  };
  const yes = () => success(undefined);

  it('is confirmed by an Epson', async () => {
    const [fake, lp] = [await startFakePrinter(), await device()];
    ends.push(fake.close);
    lp.connect(fake.port);
    expect(await printerAt(`escpos+file:${lp.path}?width=576`).print(content(), yes)).toMatchObject({ state: 'confirmed' });
    expect((await readQr(fake.picture(fake.jobs()[0] ?? Buffer.alloc(0)))).map(({ text }) => text)).toEqual(['FJUEIW']);
  });

  it('is sent to a printer that has no way back', async () => {
    await makeOneWay();
    const lp = await device();
    const printer = printerAt(`escpos+file:${lp.path}?width=576&status=none`);
    expect(await printer.print(content(), yes)).toMatchObject({ state: 'sent' });
    await until(() => lp.received().length > 40_000);
    expect(lp.received().length).toBeGreaterThan(40_000);
    const asked = printerAt(`escpos+file:${lp.path}?width=576`);
    expect(await asked.print(content(), yes)).toMatchObject({ state: 'failed', failure: { code: 'printer.silent' } });
  });

  it.each([
    [0x35, false],
    [0x41, true],
  ])(
    'is confirmed by a Brother QL (model %i), which is switched to raster only where it has other modes',
    async (model, switches) => {
      const [fake, lp] = [await startFakeBrotherQl({ model }), await device()];
      ends.push(fake.close);
      lp.connect(fake.port);
      const printer = printerAt(`brother-ql+file:${lp.path}?media=62`);
      expect(await printer.print(content(), yes)).toMatchObject({ state: 'confirmed' });
      const [job = Buffer.alloc(0)] = fake.jobs();
      expect((await readQr(fake.picture(job))).map(({ text }) => text)).toEqual(['FJUEIW']);
      // The switch came with the question, before the job.
      expect(readQlCommands(job).some(({ name }) => name === 'mode')).toBe(false);
      expect(fake.modes()).toBe(switches ? 1 : 0);
      await lp.unplug();
      expect(await printer.print(content(), yes)).toMatchObject({ state: 'failed', failure: { code: 'printer.unreachable' } });
    },
  );
});
