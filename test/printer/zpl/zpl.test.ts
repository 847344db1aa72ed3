import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { success } from '../../../electron/contract/failure.ts';
import { createPrinter } from '../../../electron/printer/printers.ts';
import { encodeJob } from '../../../electron/printer/zpl/job.ts';
import { createReplyReader, type ZplReply } from '../../../electron/printer/zpl/replies.ts';
import { readCount, readErrors, readStatus } from '../../../electron/printer/zpl/status.ts';
import { readZplCommands } from '../../fakes/zpl.ts';
import { type FakeZplState, startFakeZpl } from '../../fakes/zpl-printer.ts';
import { addressesOf } from '../addresses.ts';
import { assets, content } from '../people.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});
const picture = { width: 16, height: 3, bits: Uint8Array.of(0x80, 0x01, 0xaa, 0x55, 0x5e, 0x7e) };

describe('ZPL job', () => {
  it('golden stream for a roll: one format with the dots in hexadecimal', () => {
    const { bytes } = encodeJob(picture, { width: 16, dpi: 203 });
    expect(Buffer.from(bytes).toString('latin1')).toBe(
      '^XA^PW16^LL3^MNN^LH0,0^LT0^LS0^PON^PMN^LRN^FO0,0^GFA,6,6,2,8001AA555E7E^FS^PQ1,0,1,N^XZ\r\n',
    );
  });

  it('a label is as long as it is, and its gaps are found as the printer is set', () => {
    const commands = readZplCommands(Buffer.from(encodeJob(picture, { width: 16, height: 432, dpi: 203 }).bytes));
    expect(commands).toContainEqual({ name: '^LL', parameters: ['432'] });
    expect(commands.some(({ name }) => name === '^MN')).toBe(false);
    expect(commands).toContainEqual({ name: 'graphic', total: 6, bytes: 6, rowBytes: 2, dots: Buffer.from(picture.bits) });
  });

  it('PRN-5 is of plain letters only, and no command stands in the dots', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 40, maxLength: 40 }), (bits) => {
        const text = Buffer.from(encodeJob({ width: 16, height: 20, bits }, { width: 16, dpi: 203 }).bytes).toString('latin1');
        expect(text).toMatch(/^[\x20-\x7e]+\r\n$/);
        expect(text.match(/[\^~]/g)).toHaveLength(15);
      }),
    );
  });
});

const read = (...packets: string[]): ZplReply[] => {
  const reader = createReplyReader();
  return packets.flatMap((packet) => reader.push(Buffer.from(packet, 'latin1')));
};
const lines = ['030,0,0,1225,000,0,0,0,000,0,0,0', '001,0,0,0,1,2,6,0,00000000,1,000', '1234,0'];
const errorsOf = (errors: string, warnings = '0 00000000 00000000') =>
  readErrors(`\r\n\r\n  PRINTER STATUS      \r\n   ERRORS:         ${errors}\r\n   WARNINGS:       ${warnings}\r\n`);

describe('ZPL status', () => {
  it('PRN-6 reads the same however the packets fall', () => {
    const stream = `${lines.map((line) => `\x02${line}\x03\r\n`).join('')}"1024"x\x02\x1b\x03"?"\r\n`;
    const whole = read(stream);
    expect(whole.filter(({ kind }) => kind === 'text').length + whole.filter(({ kind }) => kind === 'value').length).toBe(5);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 60, maxLength: 60 }), (lengths) => {
        const packets: string[] = [];
        let at = 0;
        for (const length of lengths) {
          packets.push(stream.slice(at, at + length));
          at += length;
        }
        packets.push(stream.slice(at));
        expect(read(...packets)).toEqual(whole);
      }),
    );
  });

  it('never grows, whatever comes', () => {
    expect(read(`\x02${'a'.repeat(500)}`).length).toBeGreaterThan(400);
    expect(read('"', 'b'.repeat(500)).length).toBeGreaterThan(400);
  });

  it.each([
    ['0 00000000 00000000', undefined],
    ['1 00000000 00000001', 'printer.paperOut'],
    ['1 00000000 00000004', 'printer.coverOpen'],
    ['1 00000000 00000005', 'printer.coverOpen'],
    ['1 00000000 00010004', 'printer.coverOpen'],
    ['1 00000000 00010000', 'printer.offline'],
    ['1 00000000 00000002', 'printer.fault'],
    ['1 00000000 00000008', 'printer.fault'],
    ['1 00000000 00000010', 'printer.fault'],
    ['1 00000000 00000200', 'printer.fault'],
    ['1 00000000 80000000', 'printer.fault'],
    ['1 00000001 00000000', 'printer.fault'],
    ['1 00000000 00000000', 'printer.fault'],
    ['0 00000000 00000001', 'printer.paperOut'],
  ])('PRN-7 errors %s: %s', (errors, code) => {
    expect(errorsOf(errors)?.trouble).toBe(code);
  });

  it('tells what staff should see to', () => {
    expect(errorsOf('0 00000000 00000000', '1 00000000 00000008')?.warnings).toEqual(['paperLow']);
    expect(errorsOf('0 00000000 00000000', '1 00000000 0000000E')?.warnings).toEqual(['paperLow', 'headWorn']);
    expect(errorsOf('0 00000000 00000000', '1 00000000 00000002')?.warnings).toEqual(['headWorn']);
    expect(errorsOf('0 00000000 00000000', '1 00000000 00000001')?.warnings).toEqual([]);
  });

  it('PRN-6 anything but exactly that is no answer', () => {
    for (const text of ['', 'PRINTER STATUS', 'ERRORS: 0 00000000 00000000', '0,0']) expect(readErrors(text)).toBeUndefined();
    expect(errorsOf('2 00000000 00000000')).toBeUndefined();
    expect(errorsOf('0 0000000 00000000')).toBeUndefined();
    expect(readStatus(lines)).toMatchObject({ isIdle: true, isPartial: false, labelLength: 1225 });
    expect(readStatus(lines.slice(0, 2))).toBeUndefined();
    expect(readStatus([lines[1] ?? '', lines[0] ?? '', lines[2] ?? ''])).toBeUndefined();
    for (let at = 0; at < lines.join('').length; at++) {
      const text = lines.join('\n');
      const broken = `${text.slice(0, at)}\x7f${text.slice(at + 1)}`.split('\n');
      expect(readStatus(broken), `sign ${at}`).toBeUndefined();
    }
    expect(['1024', '0', '?', '', '-1', '1e3', '12 labels'].map(readCount)).toEqual([
      1024,
      0,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['paper out', 0, 4, 'printer.paperOut'],
    ['paused', 0, 6, 'printer.offline'],
    ['diagnostics', 0, 19, 'printer.fault'],
    ['memory lost', 0, 27, 'printer.fault'],
    ['head up', 1, 6, 'printer.coverOpen'],
    ['ribbon out', 1, 8, 'printer.fault'],
  ] as const)('PRN-7 host status, %s', (_, line, at, code) => {
    const changed = lines.map((text, place) => (place === line ? `${text.slice(0, at)}1${text.slice(at + 1)}` : text));
    expect(readStatus(changed)?.trouble).toBe(code);
  });

  it('is not idle while anything waits in it', () => {
    const one = lines[0] ?? '';
    const two = lines[1] ?? '';
    const three = lines[2] ?? '';
    for (const first of [
      one.replace(',000,', ',001,'),
      one.replace('1225,000,0,0,0', '1225,000,1,0,0'),
      one.replace('1225,000,0,0,0', '1225,000,0,0,1'),
    ])
      expect(readStatus([first, two, three])?.isIdle).toBe(false);
    expect(readStatus([one, two.replace('00000000', '00000001'), three])?.isIdle).toBe(false);
  });
});

describe('a Zebra', () => {
  const at = async (state: Partial<FakeZplState>, media = '72', times = {}) => {
    const fake = await startFakeZpl(state);
    const addresses = addressesOf(`zpl+tcp://127.0.0.1:${fake.port}?media=${media}`);
    const ample = { connect: 5_000, answer: 5_000, confirm: 5_000, job: 30_000, ...times };
    const printer = createPrinter({ addresses, data: '/nowhere', assets, times: ample });
    ends.push(() => printer.close(), fake.close);
    return { fake, printer, print: () => printer.print(content(), () => success(undefined)) };
  };

  it('PRN-9 the odometer confirms only when it moved by one', async () => {
    expect(await (await at({})).print()).toMatchObject({ state: 'confirmed' });
    expect(await (await at({ foreign: 1 })).print()).toMatchObject({ state: 'unknown', failure: { code: 'printer.silent' } });
    expect(await (await at({ stuck: true }, '72', { confirm: 500 })).print()).toMatchObject({ state: 'unknown' });
  });

  it('PRN-10 a label that it kept for want of paper is dropped: it does not come out when there is some, and the next one is printed', async () => {
    const { fake, print } = await at({ paperOutAfterJob: true }, '72', { confirm: 1_500 });
    expect(await print()).toMatchObject({ state: 'unknown', failure: { code: 'printer.paperOut' } });
    fake.setState({ paperOutAfterJob: false, paperOut: false });
    expect(await print()).toMatchObject({ state: 'confirmed' });
    expect(fake.jobs()).toHaveLength(2);
  });

  it('PRN-6 a count that is said twice is no count', async () => {
    const mangle = (answer: number[]) => (answer[0] === 0x22 ? [...answer, ...answer] : answer);
    const { fake, print } = await at({ mangle });
    expect(await print()).toMatchObject({ state: 'failed', failure: { code: 'printer.silent' } });
    expect(fake.jobs()).toEqual([]);
  });

  it.each(['unknown', 'silent'] as const)(
    'PRN-9 without an odometer (%s) it is sent at best, once nothing waits in it',
    async (noOdometer) => {
      expect(await (await at({ noOdometer, printing: 300 }, '72', { answer: 1_500 })).print()).toMatchObject({ state: 'sent' });
      expect(await (await at({ noOdometer, stuck: true }, '72', { answer: 1_500, confirm: 500 })).print()).toMatchObject({
        state: 'unknown',
      });
    },
  );

  it('old firmware that does not know ~HQES is asked ~HS alone', async () => {
    const { fake, print } = await at({ noErrors: true }, '72', { answer: 1_500 });
    expect(await print()).toMatchObject({ state: 'confirmed' });
    fake.setState({ offline: true });
    expect(await print()).toMatchObject({ state: 'failed', failure: { code: 'printer.offline' } });
    // It says nothing at all while paper is out.
    fake.setState({ offline: false, paperOut: true });
    expect(await print()).toMatchObject({ state: 'failed', failure: { code: 'printer.silent' } });
    expect(fake.jobs()).toHaveLength(1);
  });

  it.each([
    ['labels of an earlier batch', { left: 2 }],
    ['a label that nobody has taken', { untaken: true }],
  ])('PRN-7 %s: nothing is sent behind it', async (_, state) => {
    const { fake, print } = await at(state, '72', { answer: 300 });
    expect(await print()).toMatchObject({ state: 'failed', failure: { code: 'printer.offline' } });
    expect(fake.jobs()).toEqual([]);
  });

  it('PRN-9 paper that runs out between two questions is still the reason', async () => {
    const { fake, print } = await at({ stuck: true }, '72', { answer: 1_000 });
    // Of the answers after the job the first is that nothing is wrong; after it the paper is out, and `~HS` is not answered.
    fake.onFirstByte(() => {
      fake.setState({
        mangle: (answer) => {
          fake.setState({ paperOut: true, mangle: undefined });
          return answer;
        },
      });
    });
    expect(await print()).toMatchObject({ state: 'unknown', failure: { code: 'printer.paperOut' } });
  });

  describe('a part of a format has come in', () => {
    const partial = async (times: object) => {
      let cancels = 0;
      const begun = await at({ partial: true, onCancel: () => cancels++ }, '72', times);
      return { ...begun, cancels: () => cancels };
    };

    it('what is left of one that was cut off is cancelled before a job', async () => {
      const { print, cancels } = await partial({ answer: 1_000 });
      expect(await print()).toMatchObject({ state: 'confirmed' });
      expect(cancels()).toBe(1);
    });

    it('PRN-13 one that is still coming in is another kiosk’s badge: it is waited for', async () => {
      const { fake, print, cancels } = await partial({});
      // Seen once, and whole when it is looked at again.
      fake.setState({
        mangle: (answer) => {
          if (Buffer.from(answer).includes(',1,000,0,0,')) fake.setState({ partial: false, mangle: undefined });
          return answer;
        },
      });
      expect(await print()).toMatchObject({ state: 'confirmed' });
      expect(cancels()).toBe(0);
    });

    it('PRN-13 a question how it is cancels nothing', async () => {
      const { printer, cancels } = await partial({ answer: 500 });
      expect(await printer.report()).toMatchObject([{ failure: 'printer.offline' }]);
      expect(cancels()).toBe(0);
    });
  });

  it('PRN-7 labels that are shorter than the badge: told before anything is sent', async () => {
    const { fake, print, printer } = await at({ labelLength: 240 }, '104x54');
    expect(await print()).toMatchObject({ state: 'failed', failure: { code: 'printer.media' } });
    expect(fake.jobs()).toEqual([]);
    fake.setState({ labelLength: 432 });
    expect(await printer.report()).toMatchObject([{ media: '54 mm', warnings: [] }]);
    fake.setState({ labelLength: 410 });
    expect((await printer.report())[0]?.failure).toBeUndefined();
  });

  it('tells staff what to see to', async () => {
    const { printer } = await at({ paperLow: true, headWorn: true, tooHot: true });
    expect(await printer.report()).toMatchObject([{ warnings: ['paperLow', 'headWorn', 'headHot'] }]);
  });
});
