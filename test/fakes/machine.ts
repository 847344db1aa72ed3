import net from 'node:net';

/** What a fake printer of any language is like. Everything may be changed while it runs. */
export interface MachineState {
  paperOut: boolean;
  coverOpen: boolean;
  offline: boolean;
  fault: boolean;
  /** Takes everything and says nothing. */
  silent: boolean;
  /** Never says that a job is on paper, like firmware that has no such word. */
  noConfirmation: boolean;
  /** Says again what it said of an earlier job, and nothing of this one. */
  stale: boolean;
  /** What becomes of an answer on its way: changed, doubled, left out. */
  mangle: ((answer: number[]) => number[]) | undefined;
  /** Says this as soon as it is connected to. */
  greeting: number[];
  /** Milliseconds between the bytes of what it says, to have them come in packets of their own. */
  drip: number;
  /** Milliseconds that a job takes from its last byte until it is on paper. */
  printing: number;
  /** Hangs up (reset) after this many bytes of a job; 0 is before the first one, when it has said that it is ready. */
  cutAfterBytes: number | undefined;
  /** Stops reading after this many bytes of a job. */
  readsOnly: number | undefined;
  /** Runs out of paper after this many bytes of a job, and reads on. */
  paperOutAfterBytes: number | undefined;
  /** Runs out of paper when a job has come in whole. */
  paperOutAfterJob: boolean;
}

export const wellMachine: MachineState = {
  paperOut: false,
  coverOpen: false,
  offline: false,
  fault: false,
  silent: false,
  noConfirmation: false,
  stale: false,
  mangle: undefined,
  greeting: [],
  drip: 0,
  printing: 5,
  cutAfterBytes: undefined,
  readsOnly: undefined,
  paperOutAfterBytes: undefined,
  paperOutAfterJob: false,
};

/** One byte a dot, 1 is black. */
export interface FakePicture {
  width: number;
  height: number;
  bits: Uint8Array;
}

/** A fake printer on 127.0.0.1, whatever its language. */
export interface Machine<State extends MachineState = MachineState> {
  readonly port: number;
  /** What came in on each connection besides questions, in the order of the first bytes; a job that was cut off is as long as it got. */
  jobs(): Buffer[];
  /** The picture of a job as it lies on the paper. Throws when the job has not exactly one whole picture. */
  picture(job: Buffer): FakePicture;
  /** How many connections there have been. */
  connections(): number;
  setState(change: Partial<State>): void;
  /** Calls back when the first byte of a job arrives; a new callback replaces the old one. */
  onFirstByte(callback: () => void): void;
  close(): Promise<void>;
}

/** What stands at the beginning of what was received; `end`: how much of it that is. `isLast`: after its answer the next is a job. */
type Step =
  | { kind: 'question'; end: number; answer: number[]; isLast: boolean }
  | { kind: 'job'; end: number; act?: (() => void) | undefined };

/** What a language makes of one connection. */
export interface Firmware {
  /** The first step of what was received, undefined when it has not come whole. Throws for what no printer of this language is ever sent. */
  read(received: Buffer): Step | undefined;
  /** Whether what has not come whole is of a job. */
  isJob(received: Buffer): boolean;
}

/** A TCP server that reads, keeps and answers as a printer does, or worse where `now` says so. `say`: says something unasked. */
export async function startMachine<State extends MachineState>(
  now: State,
  firmwareOn: (say: (bytes: number[]) => void) => Firmware,
  picture: (job: Buffer) => FakePicture,
): Promise<Machine<State>> {
  const jobs: { parts: Buffer[]; length: number }[] = [];
  const sockets = new Set<net.Socket>();
  let connections = 0;
  let firstByte = () => {};

  const server = net.createServer((socket) => {
    connections++;
    socket.setNoDelay(true);
    sockets.add(socket);
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
    const firmware = firmwareOn((bytes) => {
      if (!now.silent) void say(bytes);
    });
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    void say(now.greeting);

    let job: { parts: Buffer[]; length: number } | undefined;
    const keep = (bytes: Buffer): boolean => {
      if (bytes.length === 0) return true;
      if (!job) {
        job = { parts: [], length: 0 };
        jobs.push(job);
        firstByte();
      }
      const room = Math.min(now.cutAfterBytes ?? Number.POSITIVE_INFINITY, now.readsOnly ?? Number.POSITIVE_INFINITY) - job.length;
      job.parts.push(bytes.subarray(0, Math.max(0, room)));
      job.length += Math.max(0, Math.min(room, bytes.length));
      if (now.paperOutAfterBytes !== undefined && job.length >= now.paperOutAfterBytes) now.paperOut = true;
      if (now.cutAfterBytes !== undefined && job.length >= now.cutAfterBytes) socket.resetAndDestroy();
      if (now.readsOnly !== undefined && job.length >= now.readsOnly) socket.pause();
      return bytes.length <= room;
    };

    let received = Buffer.alloc(0);
    let kept = 0;
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      for (let step = firmware.read(received); step; step = received.length > 0 ? firmware.read(received) : undefined) {
        if (step.kind === 'question') {
          const cut = now.cutAfterBytes === 0 && step.isLast ? () => socket.resetAndDestroy() : () => {};
          const { answer } = step;
          if (!now.silent && answer.length > 0) void say(now.mangle?.(answer) ?? answer).then(cut, cut);
        } else {
          if (!keep(received.subarray(kept, step.end))) return;
          step.act?.();
        }
        received = received.subarray(step.end);
        kept = 0;
      }
      // Of a command that has not come whole, what is there is in the printer all the same.
      if (received.length > kept && firmware.isJob(received) && keep(received.subarray(kept))) kept = received.length;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;

  return {
    port,
    jobs: () => jobs.map(({ parts }) => Buffer.concat(parts)),
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

/** The dots of packed rows, most significant bit leftmost. */
export function unpack(rows: readonly Buffer[], width: number): FakePicture {
  const bits = new Uint8Array(width * rows.length);
  rows.forEach((row, y) => {
    for (let x = 0; x < width; x++) bits[y * width + x] = ((row[x >> 3] ?? 0) >> (7 - (x & 7))) & 1;
  });
  return { width, height: rows.length, bits };
}
