import { type QlCommand, readQl, readQlCommands } from './brother-ql.ts';
import { type Machine, type MachineState, startMachine, unpack, wellMachine } from './machine.ts';

export interface FakeQlState extends MachineState {
  /** The code of the model: 0x35 is a QL-700, 0x41 a QL-820NWB. */
  model: number;
  /** What is loaded: 0x0a is a roll that is cut, 0x0b labels, 0 nothing. */
  media: { type: number; width: number; length: number };
  /** Both bytes of errors, besides those of the other states. */
  errors: [number, number];
  /** Says that it is busy with something else. */
  busy: boolean;
  /** Says that it has begun to cool before a job. */
  cooling: boolean;
}

/** `modes`: how often it was switched to raster outside of a job. */
export interface FakeQl extends Machine<FakeQlState> {
  modes(): number;
}

/** A Brother QL as by USB: answers `ESC i S` while it does not print, and says by itself how a job goes. */
export async function startFakeBrotherQl(state: Partial<FakeQlState> = {}): Promise<FakeQl> {
  let modes = 0;
  const now: FakeQlState = {
    ...wellMachine,
    model: 0x38,
    media: { type: 0x0a, width: 62, length: 0 },
    errors: [0, 0],
    busy: false,
    cooling: false,
    ...state,
  };
  const machine = await startMachine(
    now,
    (say) => {
      let asked = false;
      let isJob = false;
      let information: Extract<QlCommand, { name: 'information' }> | undefined;
      let isPrinting = false;
      const print = () => {
        const { type, width, length } = now.media;
        const isOther =
          information && (information.binding & 0x06) === 0x06 && (information.type !== type || information.width !== width);
        const isShorter = information && (information.binding & 0x08) !== 0 && information.length !== length;
        if (isOther || isShorter) return say(status(now, 2, { errors: [0, 0x01] }));
        isPrinting = true;
        if (!now.noConfirmation && !now.stale) say(status(now, 6, { isPrinting }));
        setTimeout(() => {
          isPrinting = false;
          if (now.paperOutAfterJob) now.paperOut = true;
          if (now.paperOut) return say(status(now, 2));
          // Of an earlier job: its end, which nobody fetched then.
          if (!now.noConfirmation) say(status(now, 1));
          if (!now.noConfirmation) say(status(now, 6));
        }, now.printing);
      };
      return {
        isJob: (received) => isJob || (asked && received[0] === 0),
        read: (received) => {
          // Nulls belong to what follows: a question, or a job.
          const nulls = received.findIndex((byte) => byte !== 0);
          if (!isJob && !asked && nulls > 0) {
            const next = receivedBefore(received, nulls);
            if (next === undefined) return undefined;
            if (next.isQuestion) return question(next.end);
            isJob = true;
          }
          const parsed = readQl(received, 0);
          if (!parsed) return undefined;
          const { command, end } = parsed;
          if (command.name === 'status request') return question(end);
          if (!isJob && command.name === 'mode') {
            modes++;
            return { kind: 'question', end, answer: [], isLast: false };
          }
          isJob = true;
          if (command.name === 'information') information = command;
          return { kind: 'job', end, act: command.name === 'print' ? print : undefined };
        },
      };

      function question(end: number) {
        asked = true;
        if (now.cooling) say(status(now, 5, { notice: 3 }));
        const answer = isPrinting ? [] : status(now, 0, { isPrinting: now.busy });
        return { kind: 'question' as const, end, answer, isLast: true };
      }
    },
    (job) => {
      const rows = readQlCommands(job).flatMap((command) => (command.name === 'line' ? [command.pins] : []));
      const [first] = rows;
      if (!first || rows.some(({ length }) => length !== first.length)) throw new Error('the job has no picture of even lines');
      // The first pin of the head is at the right edge of the paper.
      const { width, height, bits } = unpack(rows, first.length * 8);
      const paper = bits.map((_, dot) => bits[dot - (dot % width) + (width - 1 - (dot % width))] ?? 0);
      return { width, height, bits: paper };
    },
  );
  return { ...machine, modes: () => modes };
}

/** What is before a question: nulls, initialise, a switch of modes. Undefined: it has not come whole. */
function receivedBefore(received: Buffer, from: number): { isQuestion: boolean; end: number } | undefined {
  for (let at = from; at < received.length; ) {
    const parsed = readQl(received, at);
    if (!parsed) return undefined;
    if (parsed.command.name === 'status request') return { isQuestion: true, end: parsed.end };
    if (parsed.command.name !== 'initialise' && parsed.command.name !== 'mode') return { isQuestion: false, end: 0 };
    at = parsed.end;
  }
  return undefined;
}

/** The 32 bytes of the reference's table for `ESC i S`. */
function status(
  now: FakeQlState,
  type: number,
  { errors = [0, 0], isPrinting = false, notice = 0 }: { errors?: [number, number]; isPrinting?: boolean; notice?: number } = {},
): number[] {
  const one = now.errors[0] | errors[0] | (now.fault ? 0x04 : 0) | (now.paperOut ? 0x02 : 0) | (now.offline ? 0x10 : 0);
  const two = now.errors[1] | errors[1] | (now.coverOpen ? 0x10 : 0);
  const bytes = [0x80, 0x20, 0x42, 0x34, now.model, 0x30, 0x00, 0x00, one, two, now.media.width, now.media.type, 0, 0, 0x3f, 0x40];
  bytes.push(0, now.media.length, type, isPrinting ? 1 : 0, 0, 0, notice, 0, 0x01, 0x08, 0, 0, 0, 0, 0, 0);
  return bytes;
}
