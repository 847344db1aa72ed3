import { afterAll, describe, expect, it } from 'vitest';
import { failure, type Result, success } from '../../../electron/contract/failure.ts';
import { type Badges, createBadges } from '../../../electron/printer/badge.ts';
import { createIppPrinter } from '../../../electron/printer/ipp/ipp-printer.ts';
import { makeCertificate } from '../../bookings/certificates.ts';
import { enumeration, type FakeIpp, keyword, mime, type Spoil, type Step, startFakeIpp, yes } from '../../fakes/ipp.ts';
import { addressesOf } from '../addresses.ts';
import { assets, content } from '../people.ts';
import { readQr } from '../qr-reader.ts';
import { hasPoppler, pageOfPdf, pictureOfPng } from './documents.ts';

// Long enough for a busy machine; many tests wait for what never comes, and they do it together.
const times = { connect: 5_000, answer: 500, confirm: 2_000, job: 15_000 };
const brief = { job: 4_000 };
const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const start = async () => {
  const fake = await startFakeIpp();
  ends.push(() => fake.close());
  return fake;
};
// Drawn once: what is tried here is what becomes of a picture, on machines that may be busy.
const drawn = createBadges({ assets, media: { width: 728, dpi: 300 } }).draw(content());
const badges: Badges = { draw: () => drawn, warmUp: () => {} };
const printerAt = ({ port }: { port: number }, over: Partial<typeof times> = {}, owner = '0123456789', scheme = 'ipp') => {
  const [address] = addressesOf(`${scheme}://127.0.0.1:${port}/ipp/print?media=62x100`);
  if (address?.kind !== 'ipp') throw new Error('not by IPP');
  const printer = createIppPrinter({ ...address, size: address.size, badges, times: { ...times, ...over }, owner });
  ends.push(() => printer.close());
  return printer;
};
const journal = (answer: Result<void> = success(undefined)) => {
  const record = () => {
    record.asked++;
    return answer;
  };
  record.asked = 0;
  return record;
};
const printOn = async (fake: FakeIpp, over: Partial<typeof times> = {}) => {
  const record = journal();
  const { state, failure: why } = await printerAt(fake, over).print(content(), record);
  return { state, code: why?.code, asked: record.asked };
};
const done: Step = { state: 'completed', reasons: ['job-completed-successfully'], impressions: 1, begun: true };
/** How an answer may be lost. */
const lost: [string, ReturnType<Spoil>][] = [
  ['dropped', 'drop'],
  ['half of it', 'half'],
  ['silence', 'hang'],
  ['an error of the printer', 0x0500],
  ['not found', 0x0406],
  ['a format that it does not read', 0x040a],
  ['garbage', Buffer.from('nonsense')],
  ['1 MB of it', Buffer.alloc(1_000_000, 0x44)],
];
const on =
  (operation: string, what: ReturnType<Spoil>): Spoil =>
  (request) =>
    request.operation === operation ? what : undefined;

describe('a badge by IPP', () => {
  it.skipIf(!hasPoppler)('is confirmed by the printer; its page has the size of the label, and its code reads', async () => {
    const fake = await start();
    expect(await printOn(fake)).toEqual({ state: 'confirmed', code: undefined, asked: 1 });
    expect(fake.documents).toHaveLength(1);
    const page = pageOfPdf(fake.documents[0] ?? Buffer.alloc(0));
    expect(page.pages).toBe(1);
    expect(page.width).toBeCloseTo((62 / 25.4) * 72, 1);
    expect(page.height).toBeCloseTo((100 / 25.4) * 72, 1);
    expect((await readQr(page.picture)).map(({ text }) => text)).toEqual(['FJUEIW']);
  });

  it('says who asks, on what, and nothing of the visitor', async () => {
    const fake = await start();
    await printOn(fake);
    const created = fake.requests.find(({ operation }) => operation === 'Create-Job')?.attributes;
    expect(created).toMatchObject({ 'requesting-user-name': ['foyer'], 'x-dimension': [6200], 'y-dimension': [10000] });
    expect(created).toMatchObject({ 'print-scaling': ['none'], copies: [1] });
    expect(created?.['job-name']).toEqual([expect.stringMatching(/^badge [0-9a-f]{10}-[0-9a-f]{8}$/)]);
    for (const { attributes } of fake.requests) expect(JSON.stringify(attributes)).not.toMatch(/Lindström|FJUEIW|Nordlys/);
  });

  it('takes what the printer reads: a picture alone where it reads neither page', async () => {
    const fake = await start();
    fake.printer = { 'document-format-supported': [mime('image/png'), mime('image/urf')] };
    expect((await printOn(fake)).state).toBe('confirmed');
    expect((await readQr(pictureOfPng(fake.documents[0] ?? Buffer.alloc(0)))).map(({ text }) => text)).toEqual(['FJUEIW']);
    fake.printer = { 'document-format-supported': [mime('image/urf')] };
    expect(await printOn(fake)).toEqual({ state: 'failed', code: 'printer.fault', asked: 0 });
    expect(fake.documents).toHaveLength(1);
  });

  it('a printer that makes no job before its document gets both at once', async () => {
    const fake = await start();
    fake.printer = { 'operations-supported': [2, 8, 9, 10, 11].map(enumeration) };
    expect(await printOn(fake)).toMatchObject({ state: 'confirmed', asked: 1 });
    expect(fake.requests.map(({ operation }) => operation)).not.toContain('Create-Job');
  });
});

describe.concurrent('before the first byte', () => {
  it.each<[string, Record<string, ReturnType<typeof keyword>[]>, string]>([
    ['out of paper', { 'printer-state-reasons': [keyword('media-empty-error')] }, 'printer.paperOut'],
    [
      'out of paper, stopped',
      { 'printer-state': [enumeration(5)], 'printer-state-reasons': [keyword('media-needed')] },
      'printer.paperOut',
    ],
    ['open', { 'printer-state-reasons': [keyword('cover-open')] }, 'printer.coverOpen'],
    [
      'open, as a warning, and stopped',
      { 'printer-state': [enumeration(5)], 'printer-state-reasons': [keyword('door-open-warning')] },
      'printer.coverOpen',
    ],
    ['jammed', { 'printer-state-reasons': [keyword('media-jam-error')] }, 'printer.fault'],
    ['something of its maker', { 'printer-state-reasons': [keyword('com.example-cutter-worn-error')] }, 'printer.fault'],
    ['stopped', { 'printer-state': [enumeration(5)] }, 'printer.offline'],
    ['paused', { 'printer-state-reasons': [keyword('paused')] }, 'printer.offline'],
    ['not accepting', { 'printer-is-accepting-jobs': [yes(false)] }, 'printer.offline'],
    ['a state that is none', { 'printer-state': [enumeration(77)] }, 'printer.silent'],
    ['no state', { 'printer-state': [] }, 'printer.silent'],
    ['another label', { 'media-ready': [keyword('oe_29x90mm_29x90mm'), keyword('na_index-4x6_4x6in')] }, 'printer.media'],
  ])('PRN-7 %s: nothing is sent, nothing is recorded as sending', async (_name, printer, code) => {
    const fake = await start();
    fake.printer = printer;
    expect(await printOn(fake)).toEqual({ state: 'failed', code, asked: 0 });
    expect(fake.requests.map(({ operation }) => operation)).not.toContain('Create-Job');
  });

  it('PRN-7 warnings and the media are told, and do not stop it', async () => {
    const fake = await start();
    fake.printer = { 'printer-state-reasons': [keyword('media-low-warning'), keyword('toner-low')] };
    const printer = printerAt(fake);
    expect(await printer.report()).toEqual([
      { name: `127.0.0.1:${fake.port}/ipp/print`, warnings: ['paperLow'], media: '62 × 100 mm' },
    ]);
    expect((await printer.print(content(), journal())).state).toBe('confirmed');
  });

  it.each<[string, ReturnType<Spoil>, string]>([
    ['dropped', 'drop', 'printer.cutOff'],
    ['half an answer', 'half', 'printer.cutOff'],
    ['silence', 'hang', 'printer.silent'],
    ['garbage', Buffer.from('<html>It works!</html>'), 'printer.silent'],
    ['a length below zero', Buffer.from('0200000000000001014700ff', 'hex'), 'printer.silent'],
    ['an answer of 1 MB', Buffer.alloc(1_000_000, 0x44), 'printer.silent'],
    ['no such queue', 0x0406, 'printer.unreachable'],
    ['not allowed', 0x0403, 'printer.fault'],
  ])('PRN-6 %s in the place of its state is not a yes', async (_name, what, code) => {
    const fake = await start();
    fake.spoil = on('Get-Printer-Attributes', what);
    expect(await printOn(fake)).toEqual({ state: 'failed', code, asked: 0 });
  });

  it('a printer that is not there is unreachable', async () => {
    const fake = await start();
    await fake.close();
    expect(await printOn(fake)).toEqual({ state: 'failed', code: 'printer.unreachable', asked: 0 });
  });

  it.each(lost)('no job comes about (%s): failed, without a document', async (_name, what) => {
    const fake = await start();
    fake.spoil = on('Create-Job', what);
    expect(await printOn(fake)).toMatchObject({ state: 'failed', asked: 0 });
    expect(fake.documents).toEqual([]);
  });

  it('PRN-8 sending is recorded before the document leaves', async () => {
    const fake = await start();
    await printerAt(fake).print(content(), () => {
      expect(fake.requests.map(({ operation }) => operation)).toContain('Create-Job');
      expect(fake.requests.map(({ operation }) => operation)).not.toContain('Send-Document');
      return success(undefined);
    });
    expect(fake.documents).toHaveLength(1);
  });

  it('PRN-8 what cannot be recorded is not sent, and its job is cancelled', async () => {
    const fake = await start();
    const outcome = await printerAt(fake).print(content(), journal(failure('journal.full')));
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'journal.full' } });
    expect(fake.documents).toEqual([]);
    expect(fake.requests.at(-1)?.operation).toBe('Cancel-Job');
  });
});

describe.concurrent('what became of it', () => {
  it('PRN-10 answers that took the time that its document needs: it is not begun, and its job is cancelled', async () => {
    const fake = await start();
    fake.spoil = on('Create-Job', { after: 3_500 });
    expect(await printOn(fake, { confirm: 4_000, job: 7_000 })).toEqual({ state: 'failed', code: 'printer.silent', asked: 0 });
    expect(fake.documents).toEqual([]);
    expect(fake.requests.at(-1)?.operation).toBe('Cancel-Job');
  });

  it.each<[string, readonly Step[], string]>([
    ['well, after a while', [{ state: 'pending', begun: false }, { state: 'processing', begun: true }, done], 'confirmed'],
    ['over, and no word of success', [{ state: 'completed', reasons: ['none'], begun: true }], 'sent'],
    ['over for the printer, not for the device', [{ state: 'completed', reasons: ['queued-in-device'], begun: true }], 'sent'],
    ['over with errors', [{ ...done, reasons: ['job-completed-with-errors'] }], 'unknown'],
    ['well, and with errors', [{ ...done, reasons: ['job-completed-successfully', 'job-completed-with-errors'] }], 'unknown'],
    [
      'aborted in the middle',
      [
        { state: 'processing', begun: true },
        { state: 'aborted', reasons: ['aborted-by-system'], begun: true },
      ],
      'unknown',
    ],
    ['aborted with a page', [{ state: 'aborted', impressions: 1, begun: false }], 'unknown'],
    ['aborted, and it does not say when it began', [{ state: 'aborted' }], 'unknown'],
    ['aborted, and it does not know when it began', [{ state: 'aborted', impressions: 0, begun: 'unknown' }], 'unknown'],
    ['aborted, begun, no page counted', [{ state: 'aborted', impressions: 0, begun: true }], 'unknown'],
    [
      'cancelled at the printer, once begun',
      [
        { state: 'stopped', begun: true },
        { state: 'canceled', impressions: 0, begun: false },
      ],
      'unknown',
    ],
    ['aborted, never begun', [{ state: 'aborted', impressions: 0, begun: false }], 'failed'],
  ])('PRN-9 %s', async (_name, steps, state) => {
    const fake = await start();
    fake.steps = steps;
    expect(await printOn(fake)).toMatchObject({ state, asked: 1 });
    expect(fake.documents).toHaveLength(1);
  });

  it.each<[string, Step, Step | undefined, string]>([
    [
      'it waited and never began',
      { state: 'pending', begun: false },
      { state: 'canceled', impressions: 0, begun: false },
      'failed',
    ],
    ['it was held', { state: 'held', begun: false }, { state: 'canceled', begun: false }, 'failed'],
    ['it was being printed', { state: 'processing', begun: true }, { state: 'canceled', impressions: 0, begun: true }, 'unknown'],
    ['it cannot be cancelled', { state: 'pending', begun: false }, undefined, 'unknown'],
    [
      'it moves on after it is over',
      { ...done, reasons: ['processing-to-stop-point', 'job-completed-successfully'] },
      undefined,
      'unknown',
    ],
    ['it was done in the same moment', { state: 'processing', begun: true }, done, 'confirmed'],
  ])('PRN-9 not over in time: it is cancelled; %s', async (_name, step, cancelled, state) => {
    const fake = await start();
    fake.steps = [step];
    fake.cancelled = cancelled;
    expect(await printOn(fake, brief)).toMatchObject({ state });
    expect(fake.requests.map(({ operation }) => operation)).toContain('Cancel-Job');
  });

  it.each(lost)(
    'PRN-11 the answer to the document is lost (%s): never confirmed without the printer’s word, never failed once it may have printed',
    async (_name, what) => {
      const fake = await start();
      fake.spoil = on('Send-Document', what);
      fake.steps = [{ state: 'processing', begun: true }];
      fake.cancelled = { state: 'canceled', impressions: 0, begun: true };
      expect(await printOn(fake, brief)).toMatchObject({ state: 'unknown', asked: 1 });
      fake.steps = [{ state: 'pending', begun: false }];
      fake.cancelled = { state: 'canceled', impressions: 0, begun: false };
      expect(await printOn(fake, brief)).toMatchObject({ state: 'failed', asked: 1 });
      fake.steps = [done];
      expect((await printOn(fake)).state).toBe('confirmed');
    },
  );

  it.each(lost)('PRN-11 looks at the job fail (%s): unknown, and it is cancelled', async (_name, what) => {
    const fake = await start();
    fake.spoil = on('Get-Job-Attributes', what);
    expect(await printOn(fake, brief)).toMatchObject({ state: 'unknown', code: 'printer.silent' });
    expect(fake.requests.map(({ operation }) => operation)).toContain('Cancel-Job');
  });

  it('PRN-9 one look that fails is not the end', async () => {
    const fake = await start();
    fake.spoil = (request, nth) => (request.operation === 'Get-Job-Attributes' && nth < 3 ? 'drop' : undefined);
    expect((await printOn(fake)).state).toBe('confirmed');
  });

  it('PRN-9 the good end of another job does not confirm', async () => {
    const fake = await start();
    const other = await start();
    await printOn(other);
    fake.spoil = (request) => {
      // An answer about job 1.
      if (request.operation !== 'Get-Job-Attributes') return undefined;
      const id = Buffer.from('2100066a6f622d69640004', 'hex');
      const state = Buffer.from('2300096a6f622d73746174650004', 'hex');
      return Buffer.concat([Buffer.from('020000000000000102', 'hex'), id, Buffer.of(0, 0, 0, 1), state, Buffer.of(0, 0, 0, 9, 3)]);
    };
    expect((await printOn(fake, brief)).state).toBe('unknown');
  });

  it('PRN-11 a Print-Job whose answer is lost is found by its name, and cancelled', async () => {
    const fake = await start();
    fake.printer = { 'operations-supported': [2, 8, 9, 10, 11].map(enumeration) };
    fake.spoil = on('Print-Job', 'drop');
    fake.steps = [{ state: 'processing', begun: true }];
    fake.cancelled = { state: 'canceled', begun: true };
    expect(await printOn(fake, brief)).toMatchObject({ state: 'unknown' });
    expect(fake.requests.map(({ operation }) => operation)).toContain('Cancel-Job');
  });
});

describe('with TLS', () => {
  it('a printer’s own certificate is kept to: another one is not printed to', async () => {
    const [first, other] = [await makeCertificate('printer.local'), await makeCertificate('printer.local')];
    const fake = await startFakeIpp({ tls: first });
    const print = (port: number) => printerAt({ port }, {}, '0123456789', 'ipps').print(content(), journal());
    expect(await print(fake.port)).toMatchObject({ state: 'confirmed' });
    expect(await print(fake.port)).toMatchObject({ state: 'confirmed' });
    await fake.close();
    const stranger = await startFakeIpp({ port: fake.port, tls: other });
    ends.push(() => stranger.close());
    expect(await print(fake.port)).toMatchObject({ state: 'failed', failure: { code: 'printer.unreachable' } });
    expect(stranger.requests).toEqual([]);
  });

  it('a printer that does not speak it is unreachable', async () => {
    const fake = await start();
    const outcome = await printerAt(fake, {}, '0123456789', 'ipps').print(content(), journal());
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'printer.unreachable' } });
    expect(fake.requests).toEqual([]);
  });
});

describe('several at once, and one after another', () => {
  it('PRN-13 jobs never interleave: each is over before the next is made', async () => {
    const fake = await start();
    fake.steps = [{ state: 'pending', begun: false }, { state: 'processing', begun: true }, done];
    const printer = printerAt(fake, { job: 25_000 });
    const codes = ['AAAAAA', 'BBBBBB', 'CCCCCC', 'DDDDDD'];
    const outcomes = await Promise.all(codes.map((code) => printer.print(content({ code }), journal())));
    expect(outcomes.map(({ state }) => state)).toEqual(codes.map(() => 'confirmed'));
    const order = fake.requests.map(({ operation }) => operation).filter((name) => /Create|Send|Get-Job-/.test(name));
    const one = ['Create-Job', 'Send-Document', 'Get-Job-Attributes', 'Get-Job-Attributes', 'Get-Job-Attributes'];
    expect(order).toEqual([...one, ...one, ...one, ...one]);
  });

  it('PRN-10 what a run left in the queue is cancelled at the next start, before anything else, and what is not ours is not', async () => {
    const fake = await start();
    fake.steps = [{ state: 'pending', begun: false }];
    fake.cancelled = undefined;
    const left = printerAt(fake, brief);
    expect((await left.print(content(), journal())).state).toBe('unknown');
    await left.close();
    fake.cancelled = { state: 'canceled', begun: false };
    const before = fake.requests.length;
    const next = printerAt(fake);
    await next.report();
    expect(fake.requests.slice(before, before + 2).map(({ operation }) => operation)).toEqual(['Get-Jobs', 'Cancel-Job']);
    const stranger = printerAt(fake, {}, '9876543210');
    fake.cancelled = undefined;
    expect((await next.print(content(), journal())).state).toBe('unknown');
    const cancels = fake.requests.filter(({ operation }) => operation === 'Cancel-Job').length;
    await stranger.report();
    expect(fake.requests.filter(({ operation }) => operation === 'Cancel-Job')).toHaveLength(cancels);
  });

  it('PRN-10 what could not be cancelled is cancelled when the printer is next asked how it is', async () => {
    const fake = await start();
    fake.steps = [{ state: 'pending', begun: false }];
    fake.cancelled = undefined;
    const printer = printerAt(fake, brief);
    expect((await printer.print(content(), journal())).state).toBe('unknown');
    fake.cancelled = { state: 'canceled', begun: false };
    // Out of labels, which is when it would come out beside another visitor.
    fake.printer = { 'printer-state-reasons': [keyword('media-empty-error')] };
    const before = fake.requests.length;
    expect(await printer.report()).toMatchObject([{ failure: 'printer.paperOut' }]);
    expect(fake.requests.slice(before).map(({ operation }) => operation)).toContain('Cancel-Job');
  });

  it('closing cancels what has begun, and what waits is never made', async () => {
    const fake = await start();
    fake.steps = [{ state: 'processing', begun: true }];
    fake.cancelled = { state: 'canceled', begun: true };
    const printer = printerAt(fake);
    let begun = () => {};
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    fake.spoil = (request) => {
      if (request.operation === 'Get-Job-Attributes') begun();
      return undefined;
    };
    const running = printer.print(content(), journal());
    const waiting = printer.print(content(), journal());
    await hasBegun;
    await printer.close();
    expect((await running).state).toBe('unknown');
    expect((await waiting).state).toBe('failed');
    expect(fake.documents).toHaveLength(1);
    expect(fake.requests.map(({ operation }) => operation)).toContain('Cancel-Job');
  });
});
