import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { success } from '../../../electron/contract/failure.ts';
import { encodeJob } from '../../../electron/printer/brother-ql/job.ts';
import { qlMedia, qlRoll } from '../../../electron/printer/brother-ql/media.ts';
import { createStatusReader, type QlReply, troubleOf } from '../../../electron/printer/brother-ql/status.ts';
import type { Picture } from '../../../electron/printer/picture.ts';
import { createPrinter } from '../../../electron/printer/printers.ts';
import { readQlCommands } from '../../fakes/brother-ql.ts';
import { type FakeQlState, startFakeBrotherQl } from '../../fakes/brother-ql-printer.ts';
import { addressesOf } from '../addresses.ts';
import { assets, content } from '../people.ts';

const roll = (width: number, height?: number) => {
  const found = qlRoll({ width, ...(height !== undefined && { height }) });
  if (!found) throw new Error('no such roll');
  return found;
};
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const invalidate = `${'00'.repeat(400)}1b40`;
/** One black dot in each corner. */
const corners = (width: number, height: number): Picture => {
  const bits = new Uint8Array((width >> 3) * height);
  for (const line of [0, height - 1]) {
    bits[line * (width >> 3)] = 0x80;
    bits[(line + 1) * (width >> 3) - 1] = (bits[(line + 1) * (width >> 3) - 1] ?? 0) | 0x01;
  }
  return { width, height, bits };
};
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

describe('Brother QL job', () => {
  it('golden stream for 62 mm that is cut, as in the raster command reference', () => {
    const { bytes } = encodeJob(corners(696, 200), { roll: roll(62), switches: true });
    const pins = `${'00'.repeat(1)}08${'00'.repeat(86)}1000`;
    const commands = '1b696101 1b697ac60a3e00c800000000 00 1b694d40 1b694101 1b694b08 1b69642300'.replaceAll(' ', '');
    const lines = `67005a${pins}${`67005a${'00'.repeat(90)}`.repeat(198)}67005a${pins}`;
    expect(hex(bytes)).toBe(`${invalidate}${commands}${lines}1a`);
  });

  it('golden stream for labels of 29 × 90 mm: its own example of print information, and no margin', () => {
    const { bytes } = encodeJob(corners(304, 991), { roll: roll(29, 90), switches: false });
    const commands = '1b697ace0b1d5adf0300000000 1b694d40 1b694101 1b694b08 1b69640000'.replaceAll(' ', '');
    expect(hex(bytes).startsWith(`${invalidate}${commands}67005a`)).toBe(true);
    expect(bytes.at(-1)).toBe(0x1a);
  });

  it.each([
    // The offset of the reference's table, and where the left and right edge of the badge are in a line of 720 or 1296 pins.
    [62, undefined, 696, 12, 720],
    [29, 90, 304, 7, 720],
    [12, undefined, 104, 30, 720],
    [54, 29, 592, 63, 720],
    [102, 51, 1160, 58, 1296],
    [103, undefined, 1200, 56, 1296],
  ])(
    '%i × %s mm: the first dot is at the last pin of the badge, and its neighbour is at the next',
    (width, height, dots, first, pins) => {
      const media = qlMedia({ width, ...(height !== undefined && { height }) });
      expect(media?.width).toBe(dots);
      const { bytes } = encodeJob(corners(dots, media?.height ?? 200), { roll: roll(width, height), switches: true });
      const [line] = readQlCommands(Buffer.from(bytes)).flatMap((command) => (command.name === 'line' ? [command.pins] : []));
      const black = Array.from({ length: pins }, (_, pin) => pin).filter(
        (pin) => (((line?.[pin >> 3] ?? 0) >> (7 - (pin & 7))) & 1) === 1,
      );
      expect(black).toEqual([first, first + dots - 1]);
      expect(line).toHaveLength(pins / 8);
    },
  );

  it('a label has as many lines as it is long, whatever the picture; a piece is never too short to be cut', () => {
    const lines = (height: number, of = roll(62, 29)) =>
      readQlCommands(Buffer.from(encodeJob(corners(696, height), { roll: of, switches: true }).bytes)).filter(
        ({ name }) => name === 'line',
      ).length;
    expect([lines(100), lines(271), lines(900)]).toEqual([271, 271, 271]);
    expect([lines(40, roll(62)), lines(150, roll(62)), lines(812, roll(62))]).toEqual([150, 150, 812]);
  });

  it('without a roll nothing is binding', () => {
    const [information] = readQlCommands(Buffer.from(encodeJob(corners(576, 200), { switches: true }).bytes)).filter(
      ({ name }) => name === 'information',
    );
    expect(information).toEqual({ name: 'information', binding: 0xc0, type: 0, width: 0, length: 0, lines: 200, page: 0 });
  });
});

describe('Brother QL rolls', () => {
  it.each([
    ...[12, 29, 38, 50, 54, 62, 102, 103].map((width) => [width, undefined] as const),
    ...[
      [17, 54],
      [17, 87],
      [23, 23],
      [29, 42],
      [29, 90],
      [38, 90],
      [39, 90],
      [39, 48],
      [52, 29],
    ],
    ...[
      [54, 29],
      [60, 86],
      [62, 29],
      [62, 100],
      [102, 51],
      [102, 152],
      [103, 164],
    ],
  ] as [number, number | undefined][])('%i × %s mm is drawn for, within its own size and in whole bytes', (width, height) => {
    const media = qlMedia({ width, ...(height !== undefined && { height }) });
    expect(media?.dpi).toBe(300);
    expect((media?.width ?? 1) % 8).toBe(0);
    expect(media?.width).toBeLessThan((width * 300) / 25.4);
    expect(media?.width).toBeGreaterThan((width * 300) / 25.4 - 73);
    if (height === undefined) expect(media?.height).toBeUndefined();
    else expect((height * 300) / 25.4 - (media?.height ?? 0)).toBeGreaterThan(0);
  });

  it('what is not sold is not known', () => {
    expect([qlMedia({ width: 61 }), qlMedia({ width: 62, height: 101 }), qlMedia({ width: 100, height: 62 })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

const well = [0x80, 0x20, 0x42, 0x34, 0x38, 0x30, 0, 0, 0, 0, 62, 0x0a, 0, 0, 0x15, 0, 0, 0, 0, 0, ...Array<number>(12).fill(0)];
const read = (...packets: number[][]): QlReply[] => {
  const reader = createStatusReader();
  return packets.flatMap((packet) => reader.push(Uint8Array.from(packet)));
};
const withByte = (at: number, value: number) => well.map((byte, place) => (place === at ? value : byte));

describe('Brother QL status', () => {
  it('tells what is loaded, in both spellings of the models', () => {
    expect(read(well)).toMatchObject([{ kind: 'reply', model: 0x38, media: { type: 'continuous', width: 62, length: 0 } }]);
    expect(read(withByte(11, 0x4a))).toMatchObject([{ media: { type: 'continuous' } }]);
    expect(read(withByte(11, 0x0b))).toMatchObject([{ media: { type: 'dieCut' } }]);
    expect(read(withByte(11, 0x4b))).toMatchObject([{ media: { type: 'dieCut' } }]);
    expect(read(withByte(11, 0x00))).toMatchObject([{ media: { type: 'none' } }]);
  });

  it.each([
    [8, 0x01, 'printer.paperOut'],
    [8, 0x02, 'printer.paperOut'],
    [8, 0x04, 'printer.fault'],
    [8, 0x10, 'printer.offline'],
    [8, 0x20, 'printer.offline'],
    [8, 0x80, 'printer.fault'],
    [9, 0x01, 'printer.media'],
    [9, 0x04, 'printer.fault'],
    [9, 0x10, 'printer.coverOpen'],
    [9, 0x40, 'printer.paperOut'],
    [9, 0x80, 'printer.fault'],
    [18, 0x02, 'printer.fault'],
    [18, 0x04, 'printer.offline'],
    [18, 0x01, undefined],
    [18, 0x06, undefined],
  ] as const)('PRN-7 byte %i, value %i: %s', (at, value, code) => {
    const [reply] = read(withByte(at, value));
    expect(reply === undefined || reply === 'stray' ? 'no status' : troubleOf(reply)).toBe(code);
  });

  it('PRN-7 every bit of both bytes of errors is a reason not to print', () => {
    for (const at of [8, 9]) {
      for (let bit = 0; bit < 8; bit++) {
        const [reply] = read(withByte(at, 1 << bit));
        expect(reply !== undefined && reply !== 'stray' && troubleOf(reply)).toMatch(/^printer\./);
      }
    }
  });

  it('PRN-6 of all 256 values only those that can stand there are a status', () => {
    const right: Record<number, number[]> = {
      0: [0x80],
      1: [0x20],
      2: [0x42],
      3: [0x34],
      5: [0x30],
      7: [0],
      11: [0, 0x0a, 0x0b, 0x4a, 0x4b],
      12: [0],
      13: [0],
      16: [0],
      18: [0, 1, 2, 4, 5, 6],
      19: [0, 1],
    };
    for (const [place, values] of Object.entries(right)) {
      const fine = Array.from({ length: 256 }, (_, value) => value).filter((value) => {
        const replies = read(withByte(Number(place), value));
        return replies.length === 1 && replies[0] !== 'stray';
      });
      expect(fine, `byte ${place}`).toEqual(values);
    }
    expect(read(well.slice(0, 31))).toEqual([]);
  });

  it('PRN-6 reads the same however the packets fall, also after noise', () => {
    const stream = [...well, 0x80, 0x20, ...well, 0x00, ...withByte(18, 1)];
    const whole = read(stream);
    expect(whole.filter((reply) => reply !== 'stray')).toHaveLength(3);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 101, maxLength: 101 }), (lengths) => {
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

describe('Brother QL and what is loaded', () => {
  const at = async (state: Partial<FakeQlState>, media: string, times = {}) => {
    const fake = await startFakeBrotherQl(state);
    const addresses = addressesOf(`brother-ql+tcp://127.0.0.1:${fake.port}?media=${media}`);
    const ample = { connect: 5_000, answer: 5_000, confirm: 5_000, job: 30_000, ...times };
    const printer = createPrinter({ addresses, data: '/nowhere', assets, times: ample });
    ends.push(() => printer.close(), fake.close);
    return { fake, printer };
  };

  it.each([
    ['another roll', { type: 0x0a, width: 29, length: 0 }, '62', 'printer.media'],
    ['labels instead of a roll', { type: 0x0b, width: 62, length: 100 }, '62', 'printer.media'],
    ['a roll instead of labels', { type: 0x0a, width: 62, length: 0 }, '62x100', 'printer.media'],
    ['shorter labels', { type: 0x0b, width: 62, length: 29 }, '62x100', 'printer.media'],
    ['nothing', { type: 0x00, width: 0, length: 0 }, '62', 'printer.paperOut'],
  ])('PRN-7 %s: told before anything is sent', async (_, media, address, code) => {
    const { fake, printer } = await at({ media }, address);
    let asked = 0;
    const outcome = await printer.print(content(), () => {
      asked++;
      return success(undefined);
    });
    expect(outcome).toMatchObject({ state: 'failed', failure: { code } });
    expect([asked, fake.jobs().length]).toEqual([0, 0]);
  });

  it.each([
    ['60x86', { type: 0x0b, width: 60, length: 87 }, '60 × 87 mm'],
    ['39x90', { type: 0x0b, width: 38, length: 90 }, '38 × 90 mm'],
    ['62', { type: 0x4a, width: 62, length: 0 }, '62 mm'],
  ])('%s is what the printer calls by its own numbers', async (address, media, text) => {
    const { printer } = await at({ media }, address);
    expect(await printer.report()).toMatchObject([{ media: text, warnings: [] }]);
    expect((await printer.report())[0]?.failure).toBeUndefined();
  });

  it('PRN-9 the end of an earlier job that was not fetched is no end of this one', async () => {
    const completed = withByte(18, 1);
    const { fake, printer } = await at({ greeting: completed, noConfirmation: true }, '62', { confirm: 1_000 });
    expect(await printer.print(content(), () => success(undefined))).toMatchObject({ state: 'sent' });
    expect(fake.jobs()).toHaveLength(1);
  });

  it('PRN-6 an answer that was not fetched then is not the answer now', async () => {
    const { printer } = await at({ greeting: well, paperOut: true }, '62');
    expect(await printer.report()).toMatchObject([{ failure: 'printer.paperOut' }]);
    const { printer: other } = await at({ greeting: well, silent: true }, '62', { answer: 300 });
    expect(await other.report()).toMatchObject([{ failure: 'printer.silent' }]);
  });

  it('an ESC/POS address with family=brother is spoken to in raster', async () => {
    const fake = await startFakeBrotherQl({ media: { type: 0x0a, width: 54, length: 0 } });
    const addresses = addressesOf(`escpos+tcp://127.0.0.1:${fake.port}?family=brother&width=584&dpi=300`);
    const printer = createPrinter({ addresses, data: '/nowhere', assets });
    ends.push(() => printer.close(), fake.close);
    expect(await printer.print(content(), () => success(undefined))).toMatchObject({ state: 'confirmed' });
    expect(readQlCommands(fake.jobs()[0] ?? Buffer.alloc(0)).at(-1)).toEqual({ name: 'print' });
  });

  it('PRN-9 another roll put in after it was asked: unknown, and why', async () => {
    const { fake, printer } = await at({}, '62');
    fake.onFirstByte(() => fake.setState({ media: { type: 0x0a, width: 29, length: 0 } }));
    expect(await printer.print(content(), () => success(undefined))).toMatchObject({
      state: 'unknown',
      failure: { code: 'printer.media' },
    });
  });

  it('waits for the end of the job before, and says that it is busy when that takes too long', async () => {
    const { fake, printer } = await at({ busy: true }, '62', { answer: 1_500 });
    expect(await printer.print(content(), () => success(undefined))).toMatchObject({
      state: 'failed',
      failure: { code: 'printer.offline' },
    });
    setTimeout(() => fake.setState({ busy: false }), 100);
    expect(await printer.print(content(), () => success(undefined))).toMatchObject({ state: 'confirmed' });
  });

  it('tells staff that it cools', async () => {
    const { printer } = await at({ cooling: true }, '62');
    expect(await printer.report()).toMatchObject([{ warnings: ['headHot'] }]);
  });
});
