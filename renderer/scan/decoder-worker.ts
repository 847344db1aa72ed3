import type { FromWorker, ToWorker, View } from './worker-messages.ts';

/** Who hears of one camera's frames. */
export interface Watcher {
  readonly onText: (text: string) => void;
  readonly onView: (view: View) => void;
  /** The decoder is gone: nothing will be read. */
  readonly onBroken: () => void;
}

let worker: Worker | undefined;
let number = 0;
const watchers = new Map<number, Watcher>();

/** Starts the worker when it is first wanted, and anew after one that broke. */
export function startDecoder(): Worker {
  if (worker) return worker;
  const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker = started;
  started.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => hear(data));
  started.addEventListener('error', () => hear({ kind: 'broken' }));
  return started;
}

/** Hands a camera's frames to the worker; the answer ends the listening, the end of the frames the work. */
export function watchFrames(frames: ReadableStream<VideoFrame>, watcher: Watcher): () => void {
  number += 1;
  const watch = number;
  watchers.set(watch, watcher);
  startDecoder().postMessage({ watch, frames } satisfies ToWorker, [frames]);
  return () => void watchers.delete(watch);
}

function hear(message: FromWorker): void {
  if (message.kind === 'broken') {
    worker?.terminate();
    worker = undefined;
    for (const { onBroken } of [...watchers.values()]) onBroken();
    return;
  }
  const watcher = watchers.get(message.watch);
  if (message.kind === 'code') watcher?.onText(message.text);
  else watcher?.onView(message.view);
}
