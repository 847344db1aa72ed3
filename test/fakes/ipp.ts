import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

// Written and read byte by byte, after RFC 8010 and apart from the library that the program uses.
const tags = { operation: 1, job: 2, end: 3, printer: 4 } as const;
const codes: Readonly<Record<number, string>> = {
  2: 'Print-Job',
  5: 'Create-Job',
  6: 'Send-Document',
  8: 'Cancel-Job',
  9: 'Get-Job-Attributes',
  10: 'Get-Jobs',
  11: 'Get-Printer-Attributes',
};
const states = { pending: 3, held: 4, processing: 5, stopped: 6, canceled: 7, aborted: 8, completed: 9 } as const;
const over: readonly string[] = ['canceled', 'aborted', 'completed'];

/** A value with its tag. */
type Value = readonly [tag: number, bytes: Buffer];
const short = (number: number) => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(number);
  return bytes;
};
const four = (number: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(number);
  return bytes;
};
export const keyword = (text: string): Value => [0x44, Buffer.from(text)];
const integer = (number: number): Value => [0x21, four(number)];
export const enumeration = (number: number): Value => [0x23, four(number)];
export const yes = (is: boolean): Value => [0x22, Buffer.of(is ? 1 : 0)];
export const mime = (text: string): Value => [0x49, Buffer.from(text)];
const nothing: Value = [0x13, Buffer.alloc(0)];
const unknown: Value = [0x12, Buffer.alloc(0)];
const nameText = (text: string): Value => [0x42, Buffer.from(text)];

type Attributes = Readonly<Record<string, readonly Value[]>>;

const attribute = (name: string, values: readonly Value[]): Buffer =>
  Buffer.concat(
    values.flatMap(([tag, bytes], at) => [
      Buffer.of(tag),
      short(at === 0 ? name.length : 0),
      Buffer.from(at === 0 ? name : ''),
      short(bytes.length),
      bytes,
    ]),
  );
const group = (tag: number, attributes: Attributes): Buffer =>
  Buffer.concat([Buffer.of(tag), ...Object.entries(attributes).map(([name, values]) => attribute(name, values))]);

/** An answer as bytes. */
const answerOf = (status: number, groups: readonly (readonly [tag: number, attributes: Attributes])[] = []): Buffer =>
  Buffer.concat([
    Buffer.of(2, 0),
    short(status),
    four(1),
    group(tags.operation, { 'attributes-charset': [[0x47, Buffer.from('utf-8')]] }),
    ...groups.map(([tag, attributes]) => group(tag, attributes)),
    Buffer.of(tags.end),
  ]);

/** The attributes of a request, flat, as texts and numbers; and what stands behind them. */
function readRequest(bytes: Buffer) {
  const attributes: Record<string, (string | number)[]> = {};
  let name = '';
  let at = 8;
  for (;;) {
    const tag = bytes[at++] ?? tags.end;
    if (tag === tags.end) break;
    if (tag < 0x10) continue;
    const nameLength = bytes.readUInt16BE(at);
    if (nameLength > 0) name = bytes.toString('utf8', at + 2, at + 2 + nameLength);
    at += 2 + nameLength;
    const length = bytes.readUInt16BE(at);
    const value = bytes.subarray(at + 2, at + 2 + length);
    at += 2 + length;
    if (tag === 0x4a) name = value.toString();
    // Where a collection begins and ends, there is no value.
    else if (tag !== 0x34 && tag !== 0x37)
      attributes[name] = [...(attributes[name] ?? []), [0x21, 0x23].includes(tag) ? value.readInt32BE() : value.toString()];
  }
  return { operation: codes[bytes.readUInt16BE(2)] ?? '?', attributes, document: bytes.subarray(at) };
}

type IppRequest = ReturnType<typeof readRequest>;

/** What a job goes through, one step for each look at it; the last one stays. */
export interface Step {
  readonly state: keyof typeof states;
  readonly reasons?: readonly string[];
  readonly impressions?: number;
  /** Whether `time-at-processing` has a value; undefined: it is not told, not even that it is unknown. */
  readonly begun?: boolean | 'unknown';
}

/** What the printer does with a request instead of answering well; undefined: it answers; `after`: it does, or with a status, so many milliseconds later. */
export type Spoil = (
  request: IppRequest,
  times: number,
) => 'drop' | 'hang' | 'half' | Buffer | number | { readonly after: number; readonly status?: number } | undefined;

export interface FakeIpp {
  readonly port: number;
  readonly requests: readonly IppRequest[];
  /** Documents that it took whole, as it would print them. */
  readonly documents: readonly Buffer[];
  /** What it says of itself, over what a healthy one says; an empty list leaves an attribute out. */
  printer: Attributes;
  steps: readonly Step[];
  /** What a job is after Cancel-Job; undefined: it goes on as it was. */
  cancelled: Step | undefined;
  spoil: Spoil;
  close(): Promise<void>;
}

/** An IPP printer on loopback, as its steps and its spoiling say; healthy at first. `tls`: its key and certificate, for `ipps:`. */
export async function startFakeIpp({
  port = 0,
  tls,
}: {
  port?: number;
  tls?: { key: string; cert: string };
} = {}): Promise<FakeIpp> {
  const requests: IppRequest[] = [];
  const documents: Buffer[] = [];
  const jobs = new Map<number, { name: string; looks: number; cancelled: boolean }>();
  let lastId = 40;

  const healthy: Attributes = {
    'printer-state': [enumeration(3)],
    'printer-state-reasons': [keyword('none')],
    'printer-is-accepting-jobs': [yes(true)],
    'document-format-supported': [mime('application/pdf'), mime('image/pwg-raster'), mime('image/png')],
    'operations-supported': [2, 5, 6, 8, 9, 10, 11].map(enumeration),
    'job-creation-attributes-supported': [keyword('copies'), keyword('media-col'), keyword('print-scaling')],
    'print-scaling-supported': [keyword('none'), keyword('fit')],
    'media-ready': [keyword('oe_62x100mm-label_62x100mm')],
  };
  const jobGroup = (id: number, step: Step, name: string): readonly [number, Attributes] => [
    tags.job,
    {
      'job-id': [integer(id)],
      'job-name': [nameText(name)],
      'job-state': [enumeration(states[step.state])],
      'job-state-reasons': (step.reasons ?? ['none']).map(keyword),
      ...(step.impressions !== undefined && { 'job-impressions-completed': [integer(step.impressions)] }),
      ...(step.begun !== undefined && {
        'time-at-processing': [step.begun === 'unknown' ? unknown : step.begun ? integer(7) : nothing],
      }),
    },
  ];
  const stepOf = (job: { looks: number; cancelled: boolean }): Step =>
    (job.cancelled && fake.cancelled) || fake.steps[Math.min(job.looks, fake.steps.length - 1)] || { state: 'pending' };
  const newJob = (request: IppRequest) => {
    jobs.set(++lastId, { name: String(request.attributes['job-name']?.[0] ?? ''), looks: 0, cancelled: false });
    return answerOf(0, [jobGroup(lastId, { state: 'pending' }, '')]);
  };
  const answer = (request: IppRequest): Buffer => {
    const id = Number(request.attributes['job-id']?.[0]);
    const job = jobs.get(id);
    switch (request.operation) {
      case 'Get-Printer-Attributes':
        return answerOf(0, [
          [
            tags.printer,
            Object.fromEntries(Object.entries({ ...healthy, ...fake.printer }).filter(([, values]) => values.length > 0)),
          ],
        ]);
      case 'Get-Jobs':
        return answerOf(
          0,
          [...jobs]
            .filter(([, one]) => !over.includes(stepOf(one).state))
            .map(([number, one]) => jobGroup(number, stepOf(one), one.name)),
        );
      case 'Create-Job':
        return newJob(request);
      case 'Print-Job':
        documents.push(request.document);
        return newJob(request);
      case 'Send-Document':
        documents.push(request.document);
        return job ? answerOf(0, [jobGroup(id, { state: 'pending' }, '')]) : answerOf(0x0406);
      case 'Cancel-Job':
        if (!job) return answerOf(0x0406);
        if (over.includes(stepOf(job).state)) return answerOf(0x0404);
        job.cancelled = fake.cancelled !== undefined;
        return answerOf(0);
      case 'Get-Job-Attributes': {
        if (!job) return answerOf(0x0406);
        const seen = jobGroup(id, stepOf(job), job.name);
        job.looks += 1;
        return answerOf(0, [seen]);
      }
      default:
        return answerOf(0x0501);
    }
  };

  const listener: http.RequestListener = (message, response) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk) => chunks.push(chunk));
    message.on('error', () => undefined);
    message.on('end', () => {
      const request = readRequest(Buffer.concat(chunks));
      requests.push(request);
      const times = requests.filter(({ operation }) => operation === request.operation).length;
      const spoiled = fake.spoil(request, times);
      if (spoiled === 'hang') return;
      // What the program does not learn of has happened all the same.
      const status = typeof spoiled === 'object' && 'status' in spoiled ? spoiled.status : spoiled;
      const bytes = Buffer.isBuffer(spoiled) ? spoiled : typeof status === 'number' ? answerOf(status) : answer(request);
      if (spoiled === 'drop') return message.socket.resetAndDestroy();
      response.writeHead(200, { 'content-type': 'application/ipp', 'content-length': bytes.length });
      if (typeof spoiled === 'object' && 'after' in spoiled) return setTimeout(() => response.end(bytes), spoiled.after).unref();
      if (spoiled !== 'half') return response.end(bytes);
      response.write(bytes.subarray(0, bytes.length >> 1), () => message.socket.destroy());
    });
  };
  const server = tls ? https.createServer(tls, listener) : http.createServer(listener);
  server.on('tlsClientError', () => undefined);
  server.listen(port, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const fake: FakeIpp = {
    port: (server.address() as AddressInfo).port,
    requests,
    documents,
    printer: {},
    steps: [{ state: 'completed', reasons: ['job-completed-successfully'], impressions: 1, begun: true }],
    cancelled: { state: 'canceled', reasons: ['job-canceled-by-user'], impressions: 0, begun: false },
    spoil: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return fake;
}
