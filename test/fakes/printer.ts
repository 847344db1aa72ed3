import { type Command, readCommand, readCommands } from './escpos.ts';
import { type FakePicture, type Machine, type MachineState, startMachine, unpack, wellMachine } from './machine.ts';

export interface FakePrinterState extends MachineState {
  /** Answers every status question with this byte instead of its own, or leaves it out (`undefined` in the list, by question 1-4). */
  answers: Partial<Record<1 | 2 | 3 | 4, number[]>> | undefined;
}

export type FakePrinter = Machine<FakePrinterState>;

/** A receipt printer that behaves like an Epson's firmware: `DLE EOT` is answered at once, and `GS ( H` when all before it is on paper. */
export async function startFakePrinter(state: Partial<FakePrinterState> = {}): Promise<FakePrinter> {
  const now: FakePrinterState = { ...wellMachine, printing: 0, answers: undefined, ...state };
  return startMachine(
    now,
    (say) => {
      const giveBack = (id: string) => {
        if (now.paperOutAfterJob) now.paperOut = true;
        if (!now.noConfirmation && !now.paperOut) say([0x37, 0x22, ...Buffer.from(now.stale ? 'OLD1' : id, 'latin1'), 0]);
      };
      return {
        isJob: (received) => received[0] !== 0x10,
        read: (received) => {
          const parsed = readCommand(received, 0);
          if (!parsed) return undefined;
          const { command, end } = parsed;
          if (command.name === 'status') return { kind: 'question', end, ...answerTo(command, now) };
          if (command.name !== 'process id') return { kind: 'job', end };
          const print = () => giveBack(command.id);
          return { kind: 'job', end, act: () => (now.printing > 0 ? void setTimeout(print, now.printing) : print()) };
        },
      };
    },
    picture,
  );
}

function answerTo({ question }: Extract<Command, { name: 'status' }>, now: FakePrinterState) {
  const answer = now.answers?.[question as 1 | 2 | 3 | 4] ?? [statusByte(now, question)];
  return { answer, isLast: question === 4 };
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
  const { width, height, dots } = raster;
  const rows = Array.from({ length: height }, (_, row) => dots.subarray((row * width) >> 3, ((row + 1) * width) >> 3));
  return unpack(rows, width);
}
