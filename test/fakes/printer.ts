import net from 'node:net';
import { readCommand, readCommands } from './escpos.ts';
import type { FakePicture } from './machine.ts';

/** What a fake printer is like. Everything may be changed while it runs. */
export interface FakePrinterState {
  paperOut: boolean;
  coverOpen: boolean;
  offline: boolean;
  fault: boolean;
  /** Takes everything and says nothing. */
  silent: boolean;
  /** Answers the status questions but not GS ( H, like most printers that are not Epson's. */
  noProcessId: boolean;
  /** Gives back this id instead of the job's. */
  staleId: string | undefined;
  /** Answers every status question with this byte instead of its own, or leaves it out (`undefined` in the list, by question 1-4). */
  answers: Partial<Record<1 | 2 | 3 | 4, number[]>> | undefined;
  /** What becomes of an answer on its way: changed, doubled, left out. */
  mangle: ((answer: number[]) => number[]) | undefined;
  /** Says this as soon as it is connected to. */
  greeting: number[];
  /** Milliseconds between the bytes of two answers, to have them come in packets of their own. */
  drip: number;
  /** Hangs up (reset) after this many bytes of a job; 0 is before the first one, when it has said that it is ready. */
  cutAfterBytes: number | undefined;
  /** Stops reading after this many bytes of a job. */
  readsOnly: number | undefined;
  /** Runs out of paper after this many bytes of a job, and reads on. */
  paperOutAfterBytes: number | undefined;
  /** Runs out of paper when a job has come in whole. */
  paperOutAfterJob: boolean;
}

export interface FakePrinter {
  readonly port: number;
  /** What came in on each connection besides status questions, in the order of the first bytes; a job that was cut off is as long as it got. */
  jobs(): Buffer[];
  /** The picture of a job, decoded from its raster. Throws when the job has not exactly one whole raster. */
  picture(job: Buffer): FakePicture;
  /** How many connections there have been. */
  connections(): number;
  setState(change: Partial<FakePrinterState>): void;
  /** Calls back when the first byte of a job arrives; a new callback replaces the old one. */
  onFirstByte(callback: () => void): void;
  close(): Promise<void>;
}

const well: FakePrinterState = {
  paperOut: false,
  coverOpen: false,
  offline: false,
  fault: false,
  silent: false,
  noProcessId: false,
  staleId: undefined,
  answers: undefined,
  mangle: undefined,
  greeting: [],
  drip: 0,
  cutAfterBytes: undefined,
  readsOnly: undefined,
  paperOutAfterBytes: undefined,
  paperOutAfterJob: false,
};

/** A receipt printer on 127.0.0.1: a TCP server that behaves like an Epson's firmware, or worse where `state` says so. */
export async function startFakePrinter(state: Partial<FakePrinterState> = {}): Promise<FakePrinter> {
  const now: FakePrinterState = { ...well, ...state };
  const jobs: { bytes: Buffer }[] = [];
  const sockets = new Set<net.Socket>();
  let connections = 0;
  let firstByte = () => {};

  const server = net.createServer((socket) => {
    connections++;
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    let pending = Buffer.alloc(0);
    let job: { bytes: Buffer } | undefined;
    let answered = 0;
    let saying = Promise.resolve();
    const say = (bytes: number[]) => {
      const packets = now.drip > 0 ? bytes.map((byte) => [byte]) : [bytes];
      for (const packet of packets) {
        saying = saying.then(async () => {
          if (now.drip > 0) await new Promise((resolve) => setTimeout(resolve, now.drip));
          if (!socket.destroyed && packet.length > 0) socket.write(Buffer.from(packet));
        });
      }
      return saying;
    };
    say(now.greeting);

    const keep = (bytes: Buffer): boolean => {
      if (!job) {
        job = { bytes: Buffer.alloc(0) };
        jobs.push(job);
        firstByte();
      }
      const room =
        Math.min(now.cutAfterBytes ?? Number.POSITIVE_INFINITY, now.readsOnly ?? Number.POSITIVE_INFINITY) - job.bytes.length;
      job.bytes = Buffer.concat([job.bytes, bytes.subarray(0, Math.max(0, room))]);
      if (now.paperOutAfterBytes !== undefined && job.bytes.length >= now.paperOutAfterBytes) now.paperOut = true;
      if (now.cutAfterBytes !== undefined && job.bytes.length >= now.cutAfterBytes) socket.resetAndDestroy();
      if (now.readsOnly !== undefined && job.bytes.length >= now.readsOnly) socket.pause();
      return bytes.length <= room;
    };

    let kept = 0;
    socket.on('data', (bytes) => {
      pending = Buffer.concat([pending, bytes]);
      for (;;) {
        const parsed = pending.length > 0 ? readCommand(pending, 0) : undefined;
        if (!parsed) break;
        const { command, end } = parsed;
        if (command.name === 'status') {
          answered++;
          const cut = now.cutAfterBytes === 0 && answered === 4 ? () => socket.resetAndDestroy() : () => {};
          const right = now.answers?.[command.question as 1 | 2 | 3 | 4] ?? [statusByte(now, command.question)];
          if (!now.silent) say(now.mangle?.(right) ?? right).then(cut, cut);
        } else {
          if (!keep(pending.subarray(kept, end))) return;
          if (command.name === 'process id') {
            if (now.paperOutAfterJob) now.paperOut = true;
            const id = now.staleId ?? command.id;
            if (!now.silent && !now.noProcessId && !now.paperOut) say([0x37, 0x22, ...Buffer.from(id, 'latin1'), 0]);
          }
        }
        pending = pending.subarray(end);
        kept = 0;
      }
      // Of a command that has not come whole, what is there is in the printer all the same.
      if (pending.length > kept && pending[0] !== 0x10 && keep(pending.subarray(kept))) kept = pending.length;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;

  return {
    port,
    jobs: () => jobs.map(({ bytes }) => bytes),
    picture,
    connections: () => connections,
    setState: (change) => Object.assign(now, change),
    onFirstByte: (callback) => {
      firstByte = callback;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The answer to DLE EOT n: bits 1 and 4 are always on. */
function statusByte(state: FakePrinterState, question: number): number {
  const offline = state.offline || state.coverOpen || state.paperOut || state.fault;
  if (question === 1) return 0x12 | (offline ? 0x08 : 0);
  if (question === 2) return 0x12 | (state.coverOpen ? 0x04 : 0) | (state.paperOut ? 0x20 : 0) | (state.fault ? 0x40 : 0);
  if (question === 3) return 0x12 | (state.fault ? 0x08 : 0);
  return 0x12 | (state.paperOut ? 0x6c : 0);
}

function picture(job: Buffer): FakePicture {
  const rasters = readCommands(job).flatMap((command) => (command.name === 'raster' ? [command] : []));
  const [raster] = rasters;
  if (!raster || rasters.length !== 1) throw new Error(`the job has ${rasters.length} rasters`);
  const bits = new Uint8Array(raster.width * raster.height);
  for (let dot = 0; dot < bits.length; dot++) bits[dot] = ((raster.dots[dot >> 3] ?? 0) >> (7 - (dot & 7))) & 1;
  return { width: raster.width, height: raster.height, bits };
}
