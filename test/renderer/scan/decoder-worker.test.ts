import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromWorker, ToWorker, View } from '../../../renderer/scan/worker-messages.ts';

const view: View = { isBlack: false, isDark: false, isBurnt: false };

/** Workers by hand: each says what the test has it say, and keeps what it was told. */
class FakeWorker extends EventTarget {
  static all: FakeWorker[] = [];
  readonly told: ToWorker[] = [];
  isEnded = false;
  constructor() {
    super();
    FakeWorker.all.push(this);
  }
  postMessage(message: ToWorker): void {
    this.told.push(message);
  }
  terminate(): void {
    this.isEnded = true;
  }
  say(message: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data: message }));
  }
  get watch(): number {
    return this.told.at(-1)?.watch ?? -1;
  }
}

const living = () => FakeWorker.all.filter(({ isEnded }) => !isEnded);
const framesOf = () => new ReadableStream<VideoFrame>();
const listener = () => ({ onText: vi.fn(), onView: vi.fn(), onBroken: vi.fn() });

let decoder: typeof import('../../../renderer/scan/decoder-worker.ts');
beforeEach(async () => {
  FakeWorker.all = [];
  vi.stubGlobal('Worker', FakeWorker);
  vi.useFakeTimers();
  vi.resetModules();
  decoder = await import('../../../renderer/scan/decoder-worker.ts');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the decoder’s worker', () => {
  it('is one, is told of each camera, and heard only for the one that is watched', () => {
    decoder.startDecoder();
    const first = listener();
    const stop = decoder.watchFrames(framesOf, first);
    const [worker] = FakeWorker.all;
    const { watch = 0 } = worker ?? {};
    worker?.say({ kind: 'code', watch, text: 'FJUEIW' });
    worker?.say({ kind: 'view', watch, view });
    expect(first.onText.mock.calls).toEqual([['FJUEIW']]);
    expect(first.onView).toHaveBeenCalledTimes(1);
    stop();
    worker?.say({ kind: 'code', watch, text: 'FJUEIW' });
    const second = listener();
    decoder.watchFrames(framesOf, second);
    worker?.say({ kind: 'code', watch, text: 'FJUEIW' });
    expect(first.onText).toHaveBeenCalledTimes(1);
    expect(second.onText).not.toHaveBeenCalled();
    expect(FakeWorker.all).toHaveLength(1);
  });

  it('is renewed while it watches: the old one goes on until the new one can read, and is gone then', async () => {
    const heard = listener();
    decoder.watchFrames(framesOf, heard);
    const [old] = FakeWorker.all;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(living()).toHaveLength(2);
    old?.say({ kind: 'code', watch: old.watch, text: 'FJUEIW' });
    expect(heard.onText).toHaveBeenCalledTimes(1);
    const fresh = FakeWorker.all[1];
    fresh?.say({ kind: 'ready' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(living()).toEqual([fresh]);
    expect(old?.told.at(-1)).toEqual({ watch: 0 });
    fresh?.say({ kind: 'code', watch: fresh.watch, text: 'KWMTRA' });
    expect(heard.onText.mock.calls.at(-1)).toEqual(['KWMTRA']);
  });

  it('that broke is told, and the next camera gets another', () => {
    const heard = listener();
    decoder.watchFrames(framesOf, heard);
    FakeWorker.all[0]?.say({ kind: 'broken' });
    expect(heard.onBroken).toHaveBeenCalledTimes(1);
    expect(living()).toHaveLength(0);
    decoder.watchFrames(framesOf, listener());
    expect(living()).toHaveLength(1);
  });
});
