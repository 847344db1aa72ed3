import type { Guidance } from './guidance.ts';
import type { PictureFault } from './health.ts';

/** The frames of a camera to watch, from now on until they end, or others come, or none (the last that a worker hears). `watch` is a number of the sender's choice. */
export interface ToWorker {
  readonly watch: number;
  readonly frames?: ReadableStream<VideoFrame>;
}

/** How a camera's picture is, once a second while frames come, sooner where it changed. `isBlack`: now; `fault`: for longer than that is usual. */
export interface View {
  readonly isBlack: boolean;
  readonly isDark: boolean;
  /** A code seems to be there, and the picture is so light that it may be burnt out. */
  readonly isBurnt: boolean;
  readonly fault?: PictureFault;
  readonly advice?: Guidance;
}

/** What the worker says. `ready`: it can read. `broken`: it could not load its decoder, or that threw, and it reads nothing any more. `code`: a text that is in the picture now, whatever it is. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'code'; readonly watch: number; readonly text: string }
  | { readonly kind: 'view'; readonly watch: number; readonly view: View };
