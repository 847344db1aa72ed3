import net from 'node:net';
import { PNG } from 'pngjs';
import { afterEach, describe, expect, it } from 'vitest';
import { failure, type Result, success } from '../../electron/contract/failure.ts';
import type { Printer, PrintOutcome } from '../../electron/core/ports.ts';
import { createPrinter } from '../../electron/printer/printers.ts';
import { readCommands } from '../fakes/escpos.ts';
import { type FakePrinter, type FakePrinterState, startFakePrinter } from '../fakes/printer.ts';
import { addressesOf } from './addresses.ts';
import { assets, content, people } from './people.ts';
import { readQr } from './qr-reader.ts';

// Long enough for a busy machine; where a test waits for what never comes, it takes less.
const ample = { connect: 5_000, answer: 5_000, confirm: 5_000, job: 30_000 };
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

const printerAt = (port: number, times: Partial<typeof ample> = {}): Printer => {
  const addresses = addressesOf(`escpos+tcp://127.0.0.1:${port}?width=576`);
  const printer = createPrinter({ addresses, data: '/nowhere', assets, times: { ...ample, ...times } });
  ends.push(() => printer.close());
  return printer;
};
const start = async (state: Partial<FakePrinterState> = {}): Promise<FakePrinter> => {
  const fake = await startFakePrinter(state);
  ends.push(() => fake.close());
  return fake;
};
/** A journal that counts how often it was asked. */
const journal = (answer: Result<void> = success(undefined)) => {
  const record = () => {
    record.asked++;
    return answer;
  };
  record.asked = 0;
  return record;
};
/** Prints one badge on a printer that is like this. */
const printOn = async (state: Partial<FakePrinterState>, times: Partial<typeof ample> = {}) => {
  const fake = await start(state);
  const record = journal();
  const outcome = await printerAt(fake.port, times).print(content(), record);
  return { state: outcome.state, code: outcome.failure?.code, jobs: fake.jobs().map((job) => job.length), asked: record.asked };
};

describe('a badge on paper', () => {
  it('is confirmed by the printer, and the code on it reads', async () => {
    const fake = await start();
    const printer = printerAt(fake.port);
    for (const { visitor, company, code } of people.slice(0, 4)) {
      expect(await printer.print(content({ visitor, company, code }), journal())).toMatchObject({ state: 'confirmed' });
      const job = fake.jobs().at(-1) ?? Buffer.alloc(0);
      expect((await readQr(fake.picture(job))).map(({ text }) => text)).toEqual([code]);
    }
    expect(fake.jobs()).toHaveLength(4);
  });

  it('CLK-4 leaves no connection open that a sleep could break: the next job opens its own and asks anew', async () => {
    const fake = await start();
    const printer = printerAt(fake.port);
    for (const job of [1, 2]) {
      expect(await printer.print(content(), journal())).toMatchObject({ state: 'confirmed' });
      expect(fake.connections()).toBe(job);
    }
    fake.setState({ paperOut: true });
    expect(await printer.print(content(), journal())).toMatchObject({ state: 'failed', failure: { code: 'printer.paperOut' } });
  });
});

describe('what is kept of a print', () => {
  const picture = ({ kept }: PrintOutcome) => Buffer.from(kept ?? []);

  it('is the very picture on the paper; the code of a door is on the paper alone', async () => {
    const fake = await start();
    const printer = printerAt(fake.port);
    const plain = await printer.print(content(), journal());
    const { width, height, data } = PNG.sync.read(picture(plain));
    const paper = fake.picture(fake.jobs()[0] ?? Buffer.alloc(0));
    expect([width, height]).toEqual([paper.width, paper.height]);
    const isSame = paper.bits.every((isBlack, dot) => data[dot * 4] === (isBlack ? 0 : 255));
    expect(isSame).toBe(true);
    const secret = await printer.print(content({ doorCode: '482913' }), journal());
    expect(picture(secret).equals(picture(plain))).toBe(true);
    expect(fake.jobs()[1]?.equals(fake.jobs()[0] ?? Buffer.alloc(0))).toBe(false);
  });

  it('is kept of what may be out, and not of what never left', async () => {
    const fake = await start({ paperOut: true });
    const printer = printerAt(fake.port, { confirm: 400 });
    const name = `127.0.0.1:${fake.port}`;
    const refused = await printer.print(content(), journal());
    expect(refused).toEqual({ state: 'failed', failure: { code: 'printer.paperOut' }, printer: name });
    fake.setState({ paperOut: false, noConfirmation: true });
    const outcome = await printer.print(content(), journal());
    expect(outcome).toMatchObject({ printer: name, kept: expect.any(Uint8Array) });
    expect(outcome.state).not.toBe('failed');
  });

  it('the record hears which printer it goes to', async () => {
    const fake = await start();
    const heard: (string | undefined)[] = [];
    await printerAt(fake.port).print(content(), (name) => {
      heard.push(name);
      return success(undefined);
    });
    expect(heard).toEqual([`127.0.0.1:${fake.port}`]);
  });
});

describe('before the first byte', () => {
  it.each([
    ['paperOut', 'printer.paperOut'],
    ['coverOpen', 'printer.coverOpen'],
    ['offline', 'printer.offline'],
    ['fault', 'printer.fault'],
    ['silent', 'printer.silent'],
  ] as const)('PRN-7 %s: the visitor is told, nothing is sent, nothing is recorded as sending', async (state, code) => {
    expect(await printOn({ [state]: true }, state === 'silent' ? { answer: 300 } : {})).toMatchObject({
      state: 'failed',
      code,
      jobs: [],
      asked: 0,
    });
  });

  it('a printer that is not there is unreachable', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as net.AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const record = journal();
    expect(await printerAt(port).print(content(), record)).toMatchObject({
      state: 'failed',
      failure: { code: 'printer.unreachable' },
    });
    expect(record.asked).toBe(0);
  });

  it.each([1, 2, 3, 4] as const)('PRN-6 wrong, missing or doubled answers to question %i are not a yes', async (question) => {
    // Each has a printer of its own, and waits as long for an answer that does not come: all at once.
    const answers = [[0x00], [0x13], [0x92], [0xff], [], [0x12, 0x12], [0x37, 0x22]];
    const outcomes = await Promise.all(answers.map((answer) => printOn({ answers: { [question]: answer } }, { answer: 300 })));
    for (const [index, outcome] of outcomes.entries()) {
      const expected = { state: 'failed', code: 'printer.silent', jobs: [], asked: 0 };
      expect(outcome, `${question}: ${answers[index]}`).toMatchObject(expected);
    }
  });

  it('PRN-6 an answer from before the question is not its answer', async () => {
    // Two good answers are waiting, and the printer is out of paper.
    expect(await printOn({ greeting: [0x12, 0x12, 0x12, 0x12], paperOut: true })).toMatchObject({ state: 'failed', jobs: [] });
    expect(await printOn({ greeting: [0x12, 0x12, 0x12, 0x12], silent: true }, { answer: 300 })).toMatchObject({
      state: 'failed',
      jobs: [],
    });
  });

  it('PRN-6 answers may drip, and an unasked status may stand between them', async () => {
    expect(await printOn({ drip: 10, greeting: [0x14, 0x00, 0x00, 0x0f] })).toMatchObject({ state: 'confirmed' });
    expect(await printOn({ answers: { 2: [0x14, 0x00, 0x00, 0x0f, 0x12] } })).toMatchObject({ state: 'confirmed' });
  });

  it('PRN-8 sending is recorded before the first byte leaves', async () => {
    const fake = await start();
    const order: string[] = [];
    fake.onFirstByte(() => order.push('first byte'));
    await printerAt(fake.port).print(content(), () => {
      order.push('recorded');
      expect(fake.jobs()).toEqual([]);
      return success(undefined);
    });
    expect(order).toEqual(['recorded', 'first byte']);
  });

  it('PRN-8 what cannot be recorded is not sent', async () => {
    const fake = await start();
    const outcome = await printerAt(fake.port).print(content(), journal(failure('journal.full')));
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'journal.full' } });
    expect(fake.jobs()).toEqual([]);
  });
});

describe('after the first byte', () => {
  it('PRN-9 the right id confirms', async () => {
    expect(await printOn({})).toMatchObject({ state: 'confirmed', asked: 1 });
  });

  it('PRN-9 the id of an older job does not', async () => {
    expect(await printOn({ stale: true }, { confirm: 500 })).toMatchObject({ state: 'unknown', code: 'printer.silent' });
  });

  it('PRN-9 no id: sent, when the printer is well and has never given one', async () => {
    expect(await printOn({ noConfirmation: true }, { confirm: 300 })).toMatchObject({ state: 'sent', code: undefined });
  });

  it('PRN-9 no id from a printer that has given one before: unknown', async () => {
    const fake = await start();
    const printer = printerAt(fake.port, { confirm: 2_000 });
    expect((await printer.print(content(), journal())).state).toBe('confirmed');
    fake.setState({ noConfirmation: true });
    expect(await printer.print(content(), journal())).toMatchObject({ state: 'unknown', failure: { code: 'printer.silent' } });
  });

  it('PRN-9 no id and out of paper: unknown, and why', async () => {
    expect(await printOn({ paperOutAfterJob: true }, { confirm: 300 })).toMatchObject({
      state: 'unknown',
      code: 'printer.paperOut',
    });
  });

  it('PRN-9 no id and silence: unknown', async () => {
    const fake = await start();
    fake.onFirstByte(() => fake.setState({ silent: true }));
    expect(await printerAt(fake.port, { answer: 1_500, confirm: 300 }).print(content(), journal())).toMatchObject({
      state: 'unknown',
      failure: { code: 'printer.silent' },
    });
  });

  it('PRN-11 cut off before the first byte: failed; after any byte: unknown; never confirmed', { timeout: 60_000 }, async () => {
    const fake = await start();
    const printer = printerAt(fake.port);
    await printer.print(content(), journal());
    const whole = fake.jobs()[0]?.length ?? 0;
    expect(whole).toBeGreaterThan(40_000);
    const middle = [3, 9, 10, 11, 1_000, whole >> 1, (whole >> 1) + 1, whole - 20, whole - 12, whole - 11];
    for (const cutAfterBytes of [0, 1, 2, ...middle, whole - 1]) {
      fake.setState({ cutAfterBytes });
      const outcome = await printer.print(content(), journal());
      expect(outcome.state, `cut after ${cutAfterBytes}`).toBe(cutAfterBytes === 0 ? 'failed' : 'unknown');
      expect(outcome.failure?.code).toBe('printer.cutOff');
    }
    // Cut with the last byte: the answer may have been quicker, and then it is a true one.
    fake.setState({ cutAfterBytes: whole });
    expect((await printer.print(content(), journal())).state).toBe('unknown');
    fake.setState({ cutAfterBytes: undefined });
    expect((await printer.print(content(), journal())).state).toBe('confirmed');
  });

  it('a printer that stops reading does not hold the kiosk, and gets no more of the badge later', async () => {
    const fake = await start({ readsOnly: 1_000 });
    const outcome = await printerAt(fake.port, { answer: 1_500, confirm: 500, job: 6_000 }).print(content(), journal());
    expect(outcome.state).toBe('unknown');
    fake.setState({ readsOnly: undefined });
    expect(fake.jobs().map((job) => job.length)).toEqual([1_000]);
  });
});

describe('several at once', () => {
  it('PRN-13 fifty prints are fifty whole jobs, one after the other', { timeout: 60_000 }, async () => {
    const fake = await start();
    const printer = printerAt(fake.port, { job: 55_000 });
    const codes = Array.from({ length: 50 }, (_, at) => `P${String(at).padStart(5, '0')}`);
    const outcomes = await Promise.all(codes.map((code) => printer.print(content({ code }), journal())));
    expect(outcomes.every(({ state }) => state === 'confirmed')).toBe(true);
    const jobs = fake.jobs();
    expect(jobs).toHaveLength(50);
    for (const job of jobs)
      expect(readCommands(job).map(({ name }) => name)).toEqual([
        'initialise',
        'raster',
        'feed lines',
        'cut',
        'initialise',
        'process id',
      ]);
    for (const at of [0, 24, 49]) {
      const read = await readQr(fake.picture(jobs[at] ?? Buffer.alloc(0)));
      expect(read.map(({ text }) => text)).toEqual([codes[at]]);
    }
  });

  it('a job that waits too long fails without being sent', async () => {
    const fake = await start({ readsOnly: 1_000 });
    const printer = printerAt(fake.port, { confirm: 2_500, job: 3_000 });
    const record = journal();
    const first = printer.print(content(), journal());
    const second = printer.print(content(), record);
    expect(await second).toMatchObject({ state: 'failed', failure: { code: 'printer.silent' } });
    expect(record.asked).toBe(0);
    expect((await first).state).toBe('unknown');
    expect(fake.jobs()).toHaveLength(1);
  });

  it('closing ends what runs as unknown and what waits as failed', async () => {
    const fake = await start({ noConfirmation: true });
    const printer = printerAt(fake.port, { confirm: 3_000 });
    const begun = new Promise<void>((resolve) => fake.onFirstByte(resolve));
    const running = printer.print(content(), journal());
    const waiting = printer.print(content(), journal());
    await begun;
    await printer.close();
    expect((await running).state).toBe('unknown');
    expect((await waiting).state).toBe('failed');
    expect(fake.jobs()).toHaveLength(1);
  });

  it('a new printer starts clean: no byte of another visitor', async () => {
    const fake = await start();
    await printerAt(fake.port).print(content({ visitor: 'Anna Lind', code: 'AAAAAA' }), journal());
    await printerAt(fake.port).print(content({ visitor: 'Bo Berg', code: 'BBBBBB' }), journal());
    const read = await Promise.all(fake.jobs().map((job) => readQr(fake.picture(job))));
    expect(read.map((found) => found.map(({ text }) => text))).toEqual([['AAAAAA'], ['BBBBBB']]);
  });
});
