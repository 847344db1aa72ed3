import { type FailureCode, failure, type Result, success } from '../../contract/failure.ts';

/** The questions of `DLE EOT n`: 1 printer, 2 cause of offline, 3 cause of error, 4 paper. */
export const questions = [1, 2, 3, 4] as const;
export type Question = (typeof questions)[number];

/** What an answer to `DLE EOT n` says: nothing against printing, a reason not to, or nothing that can be understood. */
export type StatusAnswer = 'ready' | Extract<FailureCode, `printer.${'offline' | 'coverOpen' | 'paperOut' | 'fault'}`> | 'unknown';

/** Asks for status n in real time: answered even when the printer is offline or its buffer is full. */
export const statusQuestion = (question: Question): Uint8Array => Uint8Array.of(0x10, 0x04, question);

/**
 * Reads one answer, strictly: bits 7 and 0 off, 4 and 1 on, or it is no answer at all. Bits as in Epson's ESC/POS command reference,
 * DLE EOT (https://download4.epson.biz/sec_pubs/pos/reference_en/escpos/dle_eot.html).
 */
export function readStatus(question: Question, byte: number): StatusAnswer {
  if (!Number.isInteger(byte) || byte > 0xff || (byte & 0x93) !== 0x12) return 'unknown';
  const on = (bits: number) => (byte & bits) !== 0;
  switch (question) {
    case 1:
      return on(0x08 | 0x20) ? 'printer.offline' : 'ready';
    case 2:
      if (on(0x04)) return 'printer.coverOpen';
      if (on(0x20)) return 'printer.paperOut';
      return on(0x40) ? 'printer.fault' : 'ready';
    case 3:
      return on(0x04 | 0x08 | 0x20 | 0x40) ? 'printer.fault' : 'ready';
    case 4:
      return on(0x60) ? 'printer.paperOut' : 'ready';
  }
}

/** Whether an answer to question 4 says that the roll is near its end. */
export const isPaperLow = (byte: number): boolean => (byte & 0x0c) !== 0;

// What staff can mend comes first: an open cover also makes the printer offline and its paper seem out.
const order = ['printer.coverOpen', 'printer.paperOut', 'printer.fault', 'printer.offline'] as const;

/** Whether the printer is ready, from its four answers; `undefined` is an answer that did not come. Anything not understood is `printer.silent`. */
export function readiness(answers: readonly (number | undefined)[]): Result<void> {
  const read = questions.map((question, at) => readStatus(question, answers[at] ?? -1));
  const reason = order.find((code) => read.includes(code)) ?? (read.includes('unknown') ? 'printer.silent' : undefined);
  return reason ? failure(reason) : success(undefined);
}
