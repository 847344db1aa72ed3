import { type Machine, type MachineState, startMachine, unpack, wellMachine } from './machine.ts';
import { rasterAfter, readStar, readStarCommands } from './star.ts';

export interface FakeStarState extends MachineState {
  paperLow: boolean;
  /** Firmware of the first version: seven bytes, and no counter. */
  noCounter: boolean;
  /** A USB printer: no two bytes after a status. */
  plain: boolean;
  /** How many ETB have been carried out. */
  count: number;
  /** Another program's ETB are carried out as well while a job is printed: so many. */
  foreign: number;
}

/** A Star with raster mode, as firmware of the third version on a network: the status comes asked and unasked, and counts the ETB. */
export async function startFakeStar(state: Partial<FakeStarState> = {}): Promise<Machine<FakeStarState>> {
  const now: FakeStarState = {
    ...wellMachine,
    paperLow: false,
    noCounter: false,
    plain: false,
    count: 29,
    foreign: 0,
    ...state,
  };
  return startMachine(
    now,
    (say) => {
      let inRaster = false;
      let isOnPaper = false;
      let printed = Promise.resolve();
      const print = () => {
        isOnPaper = false;
        printed = printed.then(() => new Promise((resolve) => setTimeout(resolve, now.printing)));
        printed = printed.then(() => {
          if (now.paperOutAfterJob) now.paperOut = true;
          if (now.paperOut) say(automaticStatus(now));
          else isOnPaper = true;
        });
      };
      const countUp = () => {
        printed = printed.then(() => {
          if (!isOnPaper || now.noConfirmation) return;
          now.count = (now.count + (now.stale ? 0 : 1 + now.foreign)) % 32;
          say(automaticStatus(now));
        });
      };
      return {
        isJob: (received) => received[0] !== 0x1b || (received.length > 1 && ![0x1e, 0x06].includes(received[1] ?? 0)),
        read: (received) => {
          const parsed = readStar(received, 0, inRaster);
          if (!parsed) return undefined;
          const { command, end } = parsed;
          if (command.name === 'automatic status' || command.name === 'status request')
            return { kind: 'question', end, answer: automaticStatus(now), isLast: command.name === 'status request' };
          inRaster = rasterAfter(command, inRaster);
          const act = { 'end of page': print, etb: countUp }[command.name as string];
          return { kind: 'job', end, act };
        },
      };
    },
    (job) => {
      const rows = readStarCommands(job).flatMap((command) => (command.name === 'line' ? [command.dots] : []));
      const [first] = rows;
      if (!first || rows.some(({ length }) => length !== first.length)) throw new Error('the job has no picture of even lines');
      return unpack(rows, first.length * 8);
    },
  );
}

/** The automatic status: header with the length, version, then what is wrong, bit by bit as in the specifications' appendix 2. */
function automaticStatus(now: FakeStarState): number[] {
  const isOffline = now.offline || now.coverOpen || now.paperOut || now.fault;
  const status = [
    (now.coverOpen ? 0b0010_0000 : 0) | (isOffline ? 0b0000_1000 : 0),
    now.fault ? 0b0000_1000 : 0,
    0,
    (now.paperOut ? 0b0000_1000 : 0) | (now.paperLow ? 0b0000_0110 : 0),
    0,
  ];
  if (now.noCounter) return [0b0000_1111, 0b0000_0010, ...status];
  const counter = ((now.count & 0b11000) << 2) | ((now.count & 0b00111) << 1);
  const header = now.plain ? [0b0010_0011, 0b0000_0110] : [0b0010_0011, 0b1000_0110];
  return [...header, ...status, counter, 0, ...(now.plain ? [] : [0, 0])];
}
