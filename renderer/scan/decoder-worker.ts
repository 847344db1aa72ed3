import { signal } from './signal.ts';
import type { FromWorker, ToWorker, View } from './worker-messages.ts';

/** Who hears of one camera's frames. */
export interface Watcher {
  readonly onText: (text: string) => void;
  readonly onView: (view: View) => void;
  /** The decoder is gone: nothing will be read. */
  readonly onBroken: () => void;
}

/**
 * A worker that has watched for so long (ms) is replaced by a fresh one: each frame leaves about a kilobyte of the browser's own objects, which Chromium gives back only with the
 * worker as long as nothing presses (measured: 1 to 2 MB a minute).
 */
const renewAfter = 120_000;
/** So long an old worker may take to let go of its stream. */
const farewell = 1_000;

interface Decoder {
  readonly worker: Worker;
  readonly ready: Promise<void>;
}

interface Watch {
  readonly number: number;
  readonly framesOf: () => ReadableStream<VideoFrame>;
  readonly watcher: Watcher;
}

let decoder: Decoder | undefined;
let current: Watch | undefined;
let number = 0;
let watched = 0;

/** Starts the worker when it is first wanted, and anew after one that broke. */
export function startDecoder(): void {
  decoder ??= startWorker();
}

/** Hands a camera's frames to the worker; `framesOf` makes a stream of them, and again when the worker is renewed. The answer ends the watching. */
export function watchFrames(framesOf: () => ReadableStream<VideoFrame>, watcher: Watcher): () => void {
  const watch = begun(framesOf, watcher);
  current = watch;
  const began = performance.now();
  const renewing = setInterval(() => void renew(), renewAfter);
  return () => {
    clearInterval(renewing);
    watched += performance.now() - began;
    if (current?.watcher === watch.watcher) current = undefined;
    if (watched > renewAfter) void renew();
  };
}

function begun(framesOf: () => ReadableStream<VideoFrame>, watcher: Watcher): Watch {
  number += 1;
  startDecoder();
  const frames = framesOf();
  decoder?.worker.postMessage({ watch: number, frames } satisfies ToWorker, [frames]);
  return { number, framesOf, watcher };
}

/** Another worker takes over once it can read, so that no frame waits for it. */
async function renew(): Promise<void> {
  const old = decoder;
  const next = startWorker();
  await next.ready;
  if (decoder !== old) return next.worker.terminate();
  decoder = next;
  watched = 0;
  if (current) current = begun(current.framesOf, current.watcher);
  old?.worker.postMessage({ watch: 0 } satisfies ToWorker);
  setTimeout(() => old?.worker.terminate(), farewell);
}

function startWorker(): Decoder {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const ready = signal();
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'ready') ready.give();
    else if (data.kind === 'broken') broken(worker);
    else if (data.watch === current?.number) hear(data, current.watcher);
  });
  worker.addEventListener('error', () => broken(worker));
  return { worker, ready: ready.given };
}

function hear(message: Extract<FromWorker, { kind: 'code' | 'view' }>, watcher: Watcher): void {
  if (message.kind === 'code') watcher.onText(message.text);
  else watcher.onView(message.view);
}

function broken(worker: Worker): void {
  worker.terminate();
  if (decoder?.worker !== worker) return;
  decoder = undefined;
  current?.watcher.onBroken();
}
