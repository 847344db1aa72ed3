import type { PrinterLanguage } from '../../electron/printer/address.ts';
import { type FakeQlState, startFakeBrotherQl } from './brother-ql-printer.ts';
import type { Machine, MachineState } from './machine.ts';
import { type FakePrinterState, startFakePrinter } from './printer.ts';
import { type FakeStarState, startFakeStar } from './star-printer.ts';
import { type FakeZplState, startFakeZpl } from './zpl-printer.ts';

/** A kind of fake printers, driven alike whatever the language. */
export interface FakeKind {
  start(state?: Partial<MachineState>): Promise<Machine>;
  /** The same with firmware that has no word for "printed". */
  startWithoutWord(state?: Partial<MachineState>): Promise<Machine>;
  /** The `FOYER_PRINTER` of one at this port of this machine. */
  address(port: number): string;
}

/** The fakes by the language that they speak. */
export const fakePrinters: Readonly<Record<PrinterLanguage, FakeKind>> = {
  escpos: {
    start: (state: Partial<FakePrinterState> = {}) => startFakePrinter(state),
    startWithoutWord: (state) => startFakePrinter({ noConfirmation: true, ...state }),
    address: (port) => `escpos+tcp://127.0.0.1:${port}?width=576`,
  },
  star: {
    start: (state: Partial<FakeStarState> = {}) => startFakeStar(state),
    startWithoutWord: (state) => startFakeStar({ noCounter: true, ...state }),
    address: (port) => `star+tcp://127.0.0.1:${port}?width=576`,
  },
  'brother-ql': {
    start: (state: Partial<FakeQlState> = {}) => startFakeBrotherQl(state),
    startWithoutWord: (state) => startFakeBrotherQl({ noConfirmation: true, ...state }),
    address: (port) => `brother-ql+tcp://127.0.0.1:${port}?media=62`,
  },
  zpl: {
    start: (state: Partial<FakeZplState> = {}) => startFakeZpl(state),
    startWithoutWord: (state) => startFakeZpl({ noOdometer: 'unknown', ...state }),
    address: (port) => `zpl+tcp://127.0.0.1:${port}?media=72`,
  },
};
