import { afterEach, expect, it } from 'vitest';
import { type Result, success } from '../../electron/contract/failure.ts';
import type { Printer } from '../../electron/core/ports.ts';
import type { PrinterLanguage } from '../../electron/printer/address.ts';
import { createPrinter } from '../../electron/printer/printers.ts';
import type { Machine, MachineState } from '../fakes/machine.ts';
import { fakePrinters } from '../fakes/printers.ts';
import { addressesOf } from './addresses.ts';
import { assets, content, people } from './people.ts';
import { readQr } from './qr-reader.ts';

// Long enough for a busy machine; where a test waits for what never comes, it takes less.
const ample = { connect: 5_000, answer: 5_000, confirm: 5_000, job: 30_000 };

/** A journal that counts how often it was asked. */
const journal = (answer: Result<void> = success(undefined)) => {
  const record = () => {
    record.asked++;
    return answer;
  };
  record.asked = 0;
  return record;
};

/** What holds for a printer of whatever language: its fake, driven through the whole printer, in a describe of the caller's. */
export function testLanguage(language: PrinterLanguage): void {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await Promise.all(ends.splice(0).map((end) => end()));
  });
  const kind = fakePrinters[language];
  const start = async (state: Partial<MachineState> = {}, begin = kind.start): Promise<Machine> => {
    const fake = await begin(state);
    ends.push(() => fake.close());
    return fake;
  };
  const printerAt = (port: number, times: Partial<typeof ample> = {}, parameters = ''): Printer => {
    const addresses = addressesOf(kind.address(port) + parameters);
    const printer = createPrinter({ addresses, data: '/nowhere', assets, times: { ...ample, ...times } });
    ends.push(() => printer.close());
    return printer;
  };
  const printOn = async (state: Partial<MachineState>, times: Partial<typeof ample> = {}, begin = kind.start) => {
    const fake = await start(state, begin);
    const record = journal();
    const outcome = await printerAt(fake.port, times).print(content(), record);
    return { state: outcome.state, code: outcome.failure?.code, jobs: fake.jobs().length, asked: record.asked };
  };

  it('PRN-9 is confirmed by the printer, and the code on it reads', async () => {
    const fake = await start();
    const printer = printerAt(fake.port);
    for (const { visitor, company, code } of people.slice(0, 3)) {
      expect(await printer.print(content({ visitor, company, code }), journal())).toMatchObject({ state: 'confirmed' });
      const job = fake.jobs().at(-1) ?? Buffer.alloc(0);
      expect((await readQr(fake.picture(job))).map(({ text }) => text)).toEqual([code]);
    }
    expect(fake.jobs()).toHaveLength(3);
  });

  it.each([
    ['paperOut', 'printer.paperOut'],
    ['coverOpen', 'printer.coverOpen'],
    ['offline', 'printer.offline'],
    ['fault', 'printer.fault'],
    ['silent', 'printer.silent'],
  ] as const)('PRN-7 %s: the visitor is told, nothing is sent, nothing is recorded as sending', async (state, code) => {
    const times = state === 'silent' ? { answer: 300 } : {};
    expect(await printOn({ [state]: true }, times)).toEqual({ state: 'failed', code, jobs: 0, asked: 0 });
    const fake = await start({ [state]: true });
    expect(await printerAt(fake.port, times).report()).toMatchObject([{ failure: code, warnings: [] }]);
  });

  it.each<[string, (answer: number[]) => number[]]>([
    ['doubled', (answer) => [...answer, ...answer]],
    ['left out', () => []],
    ['cut short', (answer) => answer.slice(0, -1)],
    ['noise', () => [0xff, 0x00, 0x99]],
    ['an inverted first byte', ([first = 0, ...rest]) => [first ^ 0xff, ...rest]],
    ['noise before it', (answer) => [0xfe, ...answer]],
    ['noise after it', (answer) => [...answer, 0xfe]],
    ['half of it and then all', (answer) => [...answer.slice(0, answer.length >> 1), ...answer]],
  ])('PRN-6 an answer that is %s is not a yes', async (name, mangle) => {
    // A status of Star's says the same however often it is said. Of a byte there is no half.
    const isHarmless = (language === 'star' && name === 'doubled') || (language === 'escpos' && name.startsWith('half'));
    const outcome = await printOn({ mangle }, isHarmless ? {} : { answer: 300 });
    expect(outcome).toMatchObject(
      isHarmless ? { state: 'confirmed' } : { state: 'failed', code: 'printer.silent', jobs: 0, asked: 0 },
    );
  });

  it('PRN-6 answers may drip', async () => {
    expect(await printOn({ drip: 1 })).toMatchObject({ state: 'confirmed' });
  });

  it('PRN-6 noise before the question is no answer', async () => {
    const greeting = [0x12, 0x12, 0x12, 0x12, 0x23, 0x06, 0x02];
    expect(await printOn({ greeting, paperOut: true }, { answer: 300 })).toMatchObject({ state: 'failed', jobs: 0 });
    expect(await printOn({ greeting, silent: true }, { answer: 300 })).toMatchObject({ state: 'failed', jobs: 0 });
  });

  it('PRN-9 a printer without a word for it: sent, when it is well afterwards', async () => {
    const outcome = await printOn({}, language === 'zpl' ? {} : { confirm: 400 }, kind.startWithoutWord);
    expect(outcome).toMatchObject({ state: 'sent', code: undefined, jobs: 1 });
  });

  it('PRN-9 a printer without a word for it that has a fault afterwards: unknown', async () => {
    const state = { paperOutAfterJob: true };
    expect(await printOn(state, { confirm: 400, answer: 400 }, kind.startWithoutWord)).toMatchObject({ state: 'unknown', jobs: 1 });
  });

  it('PRN-9 what was said of an earlier job does not confirm this one', async () => {
    expect(await printOn({ stale: true }, { confirm: 500 })).toMatchObject({ state: 'unknown', code: 'printer.silent', jobs: 1 });
  });

  it('PRN-9 a printer that has confirmed before and does not now: unknown', async () => {
    const fake = await start();
    const printer = printerAt(fake.port, { confirm: 3_000 });
    expect((await printer.print(content(), journal())).state).toBe('confirmed');
    fake.setState({ noConfirmation: true });
    expect(await printer.print(content(), journal())).toMatchObject({ state: 'unknown', failure: { code: 'printer.silent' } });
  });

  it.each([
    ['in the middle of it', { paperOutAfterBytes: 5_000 }],
    ['after it', { paperOutAfterJob: true }],
  ])('PRN-9 out of paper %s: unknown, and why', async (_, state) => {
    // The others say it by themselves.
    const times = language === 'escpos' ? { confirm: 400 } : {};
    expect(await printOn(state, times)).toMatchObject({ state: 'unknown', code: 'printer.paperOut', jobs: 1 });
  });

  it.each(['coverOpen', 'fault', 'offline', 'silent'] as const)('PRN-9 %s while it prints: unknown', async (state) => {
    const fake = await start({ printing: 100 });
    fake.onFirstByte(() => fake.setState({ [state]: true, noConfirmation: true }));
    const outcome = await printerAt(fake.port, { answer: 1_500, confirm: 300 }).print(content(), journal());
    expect(outcome.state).toBe('unknown');
    expect(outcome.failure?.code).toBe(`printer.${state}`);
  });

  it('PRN-11 cut off before the first byte: failed; after any byte: unknown; never confirmed', { timeout: 120_000 }, async () => {
    const fake = await start();
    await printerAt(fake.port).print(content(), journal());
    const whole = fake.jobs()[0]?.length ?? 0;
    expect(whole).toBeGreaterThan(40_000);
    const beginning = Array.from({ length: 12 }, (_, at) => at);
    const middle = [399, 400, 401, 402, 420, 450, 1_000, whole >> 2, whole >> 1, (whole >> 1) + 1];
    for (const cutAfterBytes of [...beginning, ...middle, whole - 20, whole - 12, whole - 8]) {
      // A printer of its own for each: what a reset left half done in one must not be the reason for the next.
      const other = await start({ cutAfterBytes });
      const outcome = await printerAt(other.port).print(content(), journal());
      expect(outcome.state, `cut after ${cutAfterBytes}`).toBe(cutAfterBytes === 0 ? 'failed' : 'unknown');
      expect(outcome.failure?.code).toBe('printer.cutOff');
      await other.close();
    }
  });

  it('PRN-11 after a cut it prints again, whole and only the next', async () => {
    for (const cutAfterBytes of [1, 5, 500, 30_000]) {
      const fake = await start({ cutAfterBytes });
      const printer = printerAt(fake.port);
      expect((await printer.print(content({ code: 'AAAAAA' }), journal())).state).toBe('unknown');
      fake.setState({ cutAfterBytes: undefined });
      expect((await printer.print(content({ code: 'BBBBBB' }), journal())).state).toBe('confirmed');
      expect((await readQr(fake.picture(fake.jobs().at(-1) ?? Buffer.alloc(0)))).map(({ text }) => text)).toEqual(['BBBBBB']);
    }
  });

  it('a printer that stops reading does not hold the kiosk, and gets no more of the badge later', async () => {
    const fake = await start({ readsOnly: 1_000 });
    const outcome = await printerAt(fake.port, { answer: 500, confirm: 500, job: 3_000 }).print(content(), journal());
    expect(outcome.state).toBe('unknown');
    fake.setState({ readsOnly: undefined });
    expect(fake.jobs().map((job) => job.length)).toEqual([1_000]);
  });

  it('PRN-13 several prints are as many whole jobs, one after the other, each with its own code', async () => {
    const fake = await start();
    const printer = printerAt(fake.port);
    const codes = ['AAAAAA', 'BBBBBB', 'CCCCCC', 'DDDDDD'];
    const outcomes = await Promise.all(codes.map((code) => printer.print(content({ code }), journal())));
    expect(outcomes.map(({ state }) => state)).toEqual(codes.map(() => 'confirmed'));
    const read = await Promise.all(fake.jobs().map((job) => readQr(fake.picture(job))));
    expect(read.map((found) => found.map(({ text }) => text))).toEqual(codes.map((code) => [code]));
  });

  it('says how it is without printing', async () => {
    const fake = await start();
    const [report] = await printerAt(fake.port).report();
    expect(report).toMatchObject({ name: `127.0.0.1:${fake.port}`, warnings: [] });
    expect(report?.failure).toBeUndefined();
    expect(fake.jobs()).toEqual([]);
  });

  it('a printer that the installer knows to be mute is not asked, and its job is sent at best', async () => {
    const fake = await start({ silent: true });
    const outcome = await printerAt(fake.port, {}, '&status=none').print(content(), journal());
    expect(outcome).toMatchObject({ state: 'sent' });
    expect((await readQr(fake.picture(fake.jobs()[0] ?? Buffer.alloc(0)))).map(({ text }) => text)).toEqual(['FJUEIW']);
  });
}
