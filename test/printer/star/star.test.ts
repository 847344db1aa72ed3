import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { success } from '../../../electron/contract/failure.ts';
import { createPrinter } from '../../../electron/printer/printers.ts';
import { encodeJob, withoutRealTimeCommands } from '../../../electron/printer/star/job.ts';
import {
  createStatusReader,
  type StarReply,
  statusQuestion,
  troubleOf,
  warningsOf,
} from '../../../electron/printer/star/status.ts';
import { readStarCommands } from '../../fakes/star.ts';
import { type FakeStarState, startFakeStar } from '../../fakes/star-printer.ts';
import { addressesOf } from '../addresses.ts';
import { assets, content } from '../people.ts';

const read = (...packets: number[][]): StarReply[] => {
  const reader = createStatusReader();
  return packets.flatMap((packet) => reader.push(Uint8Array.from(packet)));
};
/** As in the specifications' appendix: nine bytes of the third version, the counter at 5. */
const well = [0x23, 0x06, 0x00, 0x00, 0x00, 0x00, 0x00, 0x22 ^ 0x28, 0x00];
const onNetwork = [0x23, 0x86, ...well.slice(2), 0, 0];
const withBits = (byte: number, bits: number) => well.map((value, at) => (at === byte - 1 ? bits : value));
const troubleIn = (bytes: number[]) => {
  const [reply] = read(bytes);
  return reply === undefined || reply === 'stray' ? 'no status' : troubleOf(reply);
};

describe('Star job', () => {
  it('golden stream: enter raster, one page, lines with their length, cut, leave, and as many ETB as it says', () => {
    const { bytes, id } = encodeJob({ width: 16, height: 2, bits: Uint8Array.of(0x80, 0x01, 0xaa, 0x55) });
    const setup = '1b40 1b2a7241 1b2a72503000 1b2a7245313300';
    const lines = '620200 8001 620200 aa55';
    expect(bytes).toEqual(Buffer.from(`${setup} ${lines} 1b0c04 1b2a7242 ${'17'.repeat(Number(id))}`.replaceAll(' ', ''), 'hex'));
    expect(readStarCommands(Buffer.from(bytes)).slice(1, 4)).toEqual([
      { name: 'enter raster' },
      { name: 'page length', value: 0 },
      { name: 'end mode', value: 13 },
    ]);
  });

  it('PRN-9 counts differently from job to job, and never as few as other programs', () => {
    const ids = Array.from({ length: 200 }, () => Number(encodeJob({ width: 8, height: 1, bits: new Uint8Array(1) }).id));
    expect([...new Set(ids)].sort()).toEqual([3, 4, 5, 6, 7]);
  });

  it('PRN-5 a picture is never a real-time command, and differs by a dot at most', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0x1b, 0x06, 0x01, 0x18, 0xff), { maxLength: 60 }), (values) => {
        const safe = withoutRealTimeCommands(Uint8Array.from(values));
        expect(safe.includes(Buffer.of(0x1b, 0x06))).toBe(false);
        safe.forEach((byte, at) => {
          expect([0, 0x01]).toContain(byte ^ (values[at] ?? 0));
        });
      }),
    );
  });
});

describe('Star status', () => {
  it('is asked for in both ways', () => {
    expect(Buffer.from(statusQuestion).toString('hex')).toBe('1b1e61011b0601');
  });

  it('is read with and without what a network adds, and the counter with it', () => {
    expect(read(well)).toMatchObject([{ count: 5 }]);
    expect(read(onNetwork, well)).toMatchObject([{ count: 5 }, { count: 5 }]);
    expect(read([0x0f, 0x02, 0, 0, 0, 0, 0])).toEqual([{ bytes: [0x0f, 0x02, 0, 0, 0, 0, 0] }]);
    for (let count = 0; count < 32; count++) {
      const [high = '', low = ''] = [count.toString(2).padStart(5, '0').slice(0, 2), count.toString(2).padStart(5, '0').slice(2)];
      expect(read(withBits(8, Number.parseInt(`0${high}0${low}0`, 2)))).toMatchObject([{ count }]);
    }
  });

  it.each([
    [3, 0x20, 'printer.coverOpen'],
    [3, 0x28, 'printer.coverOpen'],
    [3, 0x08, 'printer.offline'],
    [3, 0x40, 'printer.offline'],
    [3, 0x02, undefined],
    [3, 0x04, undefined],
    [4, 0x40, 'printer.fault'],
    [4, 0x20, 'printer.fault'],
    [4, 0x08, 'printer.fault'],
    [4, 0x04, 'printer.fault'],
    [5, 0x40, 'printer.fault'],
    [5, 0x08, 'printer.fault'],
    [6, 0x08, 'printer.paperOut'],
    [6, 0x06, undefined],
  ] as const)('PRN-7 byte %i with bits %i: %s', (byte, bits, code) => {
    expect(troubleIn(withBits(byte, bits))).toBe(code);
  });

  it('tells when the roll is near its end', () => {
    expect(read(withBits(6, 0x04), withBits(6, 0x02), well).map((reply) => reply !== 'stray' && warningsOf(reply))).toEqual([
      ['paperLow'],
      ['paperLow'],
      [],
    ]);
  });

  it('PRN-6 of all 256 values of each byte only those with the fixed bits are a status', () => {
    const header = (byte: number) => /^0..0...1$/.test(byte.toString(2).padStart(8, '0'));
    const other = (byte: number) => /^0..0...0$/.test(byte.toString(2).padStart(8, '0'));
    for (let place = 0; place < well.length; place++) {
      for (let byte = 0; byte < 256; byte++) {
        const bytes = well.map((value, at) => (at === place ? byte : value));
        const replies = read(bytes);
        const isClean = replies.length > 0 && !replies.includes('stray');
        // A header may also be of another length.
        if (place === 0 && header(byte)) continue;
        const isRight = place === 1 ? (byte & 0x91) === 0 : place > 0 && other(byte);
        expect(isClean, `byte ${place} is ${byte}`).toBe(isRight);
      }
    }
    expect(read([...onNetwork.slice(0, -1), 1])[0]).toBe('stray');
  });

  it('PRN-6 reads the same however the packets fall', () => {
    const stream = [...onNetwork, 0xff, ...well, 0x23, 0x06, 0x11, ...well];
    const whole = read(stream);
    expect(whole.filter((reply) => reply !== 'stray')).toHaveLength(3);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 40, maxLength: 40 }), (lengths) => {
        const packets: number[][] = [];
        let at = 0;
        for (const length of lengths) {
          packets.push(stream.slice(at, at + length));
          at += length;
        }
        expect(read(...packets)).toEqual(whole);
      }),
    );
  });
});

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

describe('a Star', () => {
  const at = async (state: Partial<FakeStarState>, address = 'star+tcp://127.0.0.1:PORT', times = {}) => {
    const fake = await startFakeStar(state);
    const addresses = addressesOf(address.replace('PORT', String(fake.port)));
    const ample = { connect: 5_000, answer: 5_000, confirm: 5_000, job: 30_000, ...times };
    const printer = createPrinter({ addresses, data: '/nowhere', assets, times: ample });
    ends.push(() => printer.close(), fake.close);
    return { fake, printer, print: () => printer.print(content(), () => success(undefined)) };
  };

  it('PRN-9 the counter confirms only when it moved by as much as this job moves it', async () => {
    const { fake, print } = await at({}, undefined, { confirm: 600 });
    // Another program prints meanwhile, and this job stays where it is.
    for (const count of [30, 31]) {
      fake.onFirstByte(() => fake.setState({ noConfirmation: true, count }));
      fake.setState({ noConfirmation: false, count: 29 });
      expect(await print()).toMatchObject({ state: 'unknown', failure: { code: 'printer.silent' } });
    }
  });

  it('PRN-9 a counter that begins anew at 0 goes on counting', async () => {
    for (const count of [27, 28, 29, 30, 31, 0]) expect(await (await at({ count })).print()).toMatchObject({ state: 'confirmed' });
  });

  it('by USB, without what a network adds, it is the same', async () => {
    expect(await (await at({ plain: true })).print()).toMatchObject({ state: 'confirmed' });
  });

  it('an ESC/POS address with family=star is spoken to as a Star', async () => {
    expect(await (await at({}, 'escpos+tcp://127.0.0.1:PORT?family=star')).print()).toMatchObject({ state: 'confirmed' });
  });

  it('tells staff that the roll is near its end', async () => {
    expect(await (await at({ paperLow: true })).printer.report()).toMatchObject([{ warnings: ['paperLow'] }]);
  });
});
