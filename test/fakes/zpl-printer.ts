import { type FakePicture, type Machine, type MachineState, startMachine, unpack, wellMachine } from './machine.ts';
import { readZpl, readZplCommands, type ZplCommand } from './zpl.ts';

export interface FakeZplState extends MachineState {
  paperLow: boolean;
  headWorn: boolean;
  tooHot: boolean;
  /** Does not know `~HQES`, like old firmware. */
  noErrors: boolean;
  /** Answers the odometer with a question mark, or (`silent`) not at all. */
  noOdometer: false | 'unknown' | 'silent';
  /** The labels of its life. */
  count: number;
  /** So many labels of another program come out while a job is printed. */
  foreign: number;
  /** Of the labels that are loaded, in dots. */
  labelLength: number;
  /** Labels of an earlier batch that are left to print. */
  left: number;
  /** A label that was printed waits to be taken. */
  untaken: boolean;
  /** A part of a format has come in, from somewhere. */
  partial: boolean;
  /** Hears of each `~JX`. */
  onCancel: (() => void) | undefined;
  /** Takes whole formats, and they stay where they are. */
  stuck: boolean;
}

/** A Zebra: `~HQES`, `~HS` (not while it is stopped) and Set-Get-Do are answered at once; formats wait until they are printed. */
export async function startFakeZpl(state: Partial<FakeZplState> = {}): Promise<Machine<FakeZplState>> {
  const now: FakeZplState = {
    ...wellMachine,
    paperLow: false,
    headWorn: false,
    tooHot: false,
    noErrors: false,
    noOdometer: false,
    count: 1_024,
    foreign: 0,
    labelLength: 1_225,
    left: 0,
    untaken: false,
    partial: false,
    onCancel: undefined,
    stuck: false,
    ...state,
  };
  let waiting = 0;
  return startMachine(
    now,
    () => {
      let inFormat = false;
      const print = () => {
        inFormat = false;
        waiting++;
        if (now.stuck) return;
        setTimeout(() => {
          if (now.paperOutAfterJob) now.paperOut = true;
          if (now.paperOut || waiting === 0) return;
          waiting--;
          if (!now.stale && !now.noConfirmation) now.count += 1 + now.foreign;
        }, now.printing);
      };
      return {
        isJob: (received) => inFormat || received[0] === 0x5e,
        read: (received) => {
          const parsed = readZpl(received, 0);
          if (!parsed) return undefined;
          const { command, end } = parsed;
          const answer = inFormat ? undefined : answerTo(command, now, waiting);
          if (command.name === '~JA') waiting = 0;
          if (answer) return { kind: 'question', end, ...answer };
          if (command.name === '^XA') inFormat = true;
          return { kind: 'job', end, act: command.name === '^XZ' ? print : undefined };
        },
      };
    },
    (job): FakePicture => {
      const graphics = readZplCommands(job).filter(isGraphic);
      const [graphic] = graphics;
      if (!graphic || graphics.length !== 1) throw new Error(`the job has ${graphics.length} pictures`);
      const { dots, rowBytes, total } = graphic;
      const rows = Array.from({ length: total / rowBytes }, (_, row) => dots.subarray(row * rowBytes, (row + 1) * rowBytes));
      return unpack(rows, rowBytes * 8);
    },
  );
}

const isGraphic = (command: ZplCommand): command is Extract<ZplCommand, { name: 'graphic' }> => command.name === 'graphic';

function answerTo(command: ZplCommand, now: FakeZplState, waiting: number): { answer: number[]; isLast: boolean } | undefined {
  const say = (text: string, isLast: boolean) => ({ answer: [...Buffer.from(text, 'latin1')], isLast });
  switch (command.name) {
    case 'line end':
      return say('', false);
    case '~JA':
      return say('', false);
    case '~JX':
      now.partial = false;
      now.onCancel?.();
      return say('', false);
    case '~HQES':
      return say(now.noErrors ? '' : errorStatus(now), false);
    case '~HS':
      return say(now.paperOut || now.coverOpen ? '' : hostStatus(now, waiting), now.noOdometer !== false);
    case 'getvar':
      if (now.noOdometer) return say(now.noOdometer === 'unknown' ? '"?"' : '', false);
      return say(`"${now.count}"`, true);
    default:
      return undefined;
  }
}

function errorStatus(now: FakeZplState): string {
  const errors = (now.paperOut ? 1 : 0) | (now.coverOpen ? 4 : 0) | (now.fault ? 8 : 0) | (now.offline ? 0x10000 : 0);
  const warnings = (now.paperLow ? 8 : 0) | (now.headWorn ? 4 : 0);
  const group = (bits: number) => `${bits === 0 ? 0 : 1} 00000000 ${bits.toString(16).padStart(8, '0').toUpperCase()}`;
  return `\x02\r\n\r\n  PRINTER STATUS                             \r\n   ERRORS:         ${group(errors)}\r\n   WARNINGS:       ${group(warnings)}\r\n\x03`;
}

function hostStatus(now: FakeZplState, waiting: number): string {
  const bit = (is: boolean) => (is ? '1' : '0');
  const three = (value: number) => String(value).padStart(3, '0');
  const length = String(now.labelLength).padStart(4, '0');
  const hot = bit(now.tooHot);
  const lines = [
    `030,${bit(now.paperOut)},${bit(now.offline)},${length},${three(waiting)},0,0,${bit(now.partial)},000,0,0,${hot}`,
    `001,0,${bit(now.coverOpen)},0,0,2,4,${bit(now.untaken)},${String(now.left).padStart(8, '0')},1,000`,
    '1234,0',
  ];
  return lines.map((line) => `\x02${line}\x03\r\n`).join('');
}
