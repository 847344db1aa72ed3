import { afterEach, expect, it, vi } from 'vitest';
import type { FromWorker, ToWorker } from '../../../renderer/scan/worker-messages.ts';

vi.mock('../../../renderer/scan/decode/zxing.ts', () => ({
  openZxing: () =>
    Promise.resolve(() => {
      throw new WebAssembly.RuntimeError('unreachable');
    }),
}));

afterEach(() => vi.unstubAllGlobals());

/** A frame of a camera that sees a grey wall. */
const frame = (width = 640, height = 480) => ({
  format: 'I420',
  codedWidth: width,
  codedHeight: height,
  allocationSize: () => (width * height * 3) / 2,
  copyTo: (data: Uint8Array) => {
    data.fill(128);
    return Promise.resolve([{ offset: 0, stride: width }]);
  },
  close: () => undefined,
});

it('a decoder that throws while it looks at a frame is told of, so that the page takes another worker', async () => {
  const said: FromWorker[] = [];
  let tell = (_: { data: ToWorker }) => {};
  vi.stubGlobal('postMessage', (message: FromWorker) => said.push(message));
  vi.stubGlobal('addEventListener', (_: string, listener: typeof tell) => {
    tell = listener;
  });
  await import('../../../renderer/scan/worker.ts');
  await vi.waitFor(() => expect(said).toEqual([{ kind: 'ready' }]));
  const frames = new ReadableStream<VideoFrame>({ start: (controller) => controller.enqueue(frame() as unknown as VideoFrame) });
  tell({ data: { watch: 1, frames } });
  await vi.waitFor(() => expect(said).toEqual([{ kind: 'ready' }, { kind: 'broken' }]));
});
