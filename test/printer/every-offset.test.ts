import { afterEach, expect, it } from 'vitest';
import { success } from '../../electron/contract/failure.ts';
import type { PrinterLanguage } from '../../electron/printer/address.ts';
import { createBytePrinter } from '../../electron/printer/byte-printer.ts';
import type { Picture } from '../../electron/printer/picture.ts';
import { protocolOf } from '../../electron/printer/printers.ts';
import { connectTcp } from '../../electron/printer/tcp-line.ts';
import { fakePrinters } from '../fakes/printers.ts';
import { addressesOf } from './addresses.ts';
import { content } from './people.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

/** One line of dots: small enough that a connection can be cut at each byte of its job. */
const line: Picture = { width: 576, height: 1, bits: new Uint8Array(72).fill(0x81) };
const qlLine: Picture = { width: 696, height: 1, bits: new Uint8Array(87).fill(0x81) };

it.each(Object.keys(fakePrinters) as PrinterLanguage[])(
  'PRN-11 %s, cut off all through a job: failed before the first, unknown after it, confirmed never',
  { timeout: 120_000 },
  async (language) => {
    const fake = await fakePrinters[language].start();
    const [address] = addressesOf(fakePrinters[language].address(fake.port));
    if (address?.kind !== 'bytes' || address.way.kind !== 'tcp') throw new Error('not a printer of bytes');
    const { way } = address;
    // Brother's language as it is spoken by USB: on a network it is asked by SNMP, which is cut off with nothing.
    const spoken = language === 'brother-ql' ? ({ ...address, way: { kind: 'file', path: '/dev/usb/lp0' } } as const) : address;
    const picture = language === 'brother-ql' ? qlLine : line;
    const printer = createBytePrinter({
      name: language,
      badges: { draw: () => success(picture), warmUp: () => {} },
      open: (wait, signal) => connectTcp(way, wait, signal),
      protocol: protocolOf(spoken),
      // Ample on a busy machine; a Brother is waited for as long as an answer may take, after each cut.
      times: { connect: 5_000, answer: language === 'brother-ql' ? 1_500 : 8_000, confirm: 8_000, job: 60_000 },
    });
    ends.push(() => printer.close(), fake.close);
    const print = async () => (await printer.print(content(), () => success(undefined))).state;
    expect(await print()).toBe('confirmed');
    const whole = fake.jobs()[0]?.length ?? 0;
    expect(whole).toBeGreaterThan(80);
    // A Brother that was cut off is given seconds to tidy up before the next job: there every 61st byte.
    // Star's ends in three to seven ETBs by chance: a cut among the last four may come after the whole of a shorter one.
    const surely = language === 'star' ? whole - 4 : whole;
    const stride = language === 'brother-ql' ? 61 : 1;
    for (let cutAfterBytes = 0; cutAfterBytes < surely; cutAfterBytes += stride) {
      const before = fake.jobs().length;
      fake.setState({ cutAfterBytes });
      expect(await print(), `cut after ${cutAfterBytes} of ${whole} bytes`).toBe(cutAfterBytes === 0 ? 'failed' : 'unknown');
      expect(fake.jobs().length - before, `jobs after ${cutAfterBytes}`).toBe(cutAfterBytes === 0 ? 0 : 1);
    }
    fake.setState({ cutAfterBytes: undefined });
    expect(await print()).toBe('confirmed');
  },
);
