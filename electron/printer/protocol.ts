import type { Result } from '../contract/failure.ts';
import type { PrinterWarning, PrintOutcome } from '../core/ports.ts';
import type { Line } from './line.ts';
import type { Picture } from './picture.ts';

/** How long each step may take, in milliseconds. `job` counts from the call and includes waiting for the printer. */
export interface Patience {
  readonly connect: number;
  readonly answer: number;
  readonly confirm: number;
  readonly job: number;
}

export const patience: Patience = { connect: 2_000, answer: 1_000, confirm: 5_000, job: 15_000 };

/** A print as bytes; `id`: what the printer gives back when all of it is on paper, in languages that have such a thing. */
export interface Job {
  readonly bytes: Uint8Array;
  readonly id?: string;
}

/** What a printer that can print says of itself besides. `media`: what is loaded, in its own words (`62 × 29 mm`), where it tells. */
export interface Ready {
  readonly warnings: readonly PrinterWarning[];
  readonly media?: string;
}

/** The language of one physical printer, with what it has shown that it can do. */
export interface Protocol {
  /**
   * A picture as one job, from an encoder of its own. Everything of the visitor is in the raster, whose length stands before it: no letter of
   * a name is ever a command (PRN-1, PRN-5).
   */
  encode(picture: Picture): Job;
  /** Begins a talk on a line that has just been opened. */
  talk(line: Line, times: Patience): Talk;
}

/** What is said on one line: a question before the job, and what became of it. Never rejects. */
export interface Talk {
  /**
   * Whether the printer can print now, and on media of the right size. Fails with a `printer.` code, `printer.silent` for an answer that did
   * not come or cannot be understood, `printer.cutOff` when the line ended. Nothing that it sends is part of a job. `before` a job it may
   * also end what another job has left in the printer, which may be one that is still coming in from another kiosk.
   */
  ask(before?: 'job'): Promise<Result<Ready>>;
  /**
   * What became of a job, once every byte of it was taken: `confirmed` by the printer's own word about this very job, `sent` by a
   * printer that is well afterwards and has never been heard to confirm, else `unknown`. Never `failed`: bytes have left.
   */
  outcome(job: Job): Promise<PrintOutcome>;
}
