import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HeldWish } from '../../../renderer/scan/camera.ts';
import type { Watcher } from '../../../renderer/scan/decoder-worker.ts';

/** Who watches the camera that is open, as the decoder has it. */
const watchers: Watcher[] = [];
vi.mock('../../../renderer/scan/decoder-worker.ts', () => ({
  watchFrames: (_: unknown, watcher: Watcher) => {
    watchers.push(watcher);
    return () => watchers.splice(watchers.indexOf(watcher), 1);
  },
}));

const seen = { isBlack: false, isDark: false, isBurnt: false };

/** A machine with two cameras; one in `busy` is some other program's. `asked`: in which order they were opened; `lit`: those whose lamp is on. */
function machine() {
  const asked: string[] = [];
  const lit: string[] = [];
  const busy = new Set<string>();
  const devices = ['front', 'scan'].map((deviceId) => ({ kind: 'videoinput', deviceId, label: `${deviceId} camera` }));
  const getUserMedia = ({ video }: { video: { deviceId?: { exact: string } } }) => {
    const deviceId = video.deviceId?.exact ?? 'front';
    asked.push(deviceId);
    if (busy.has(deviceId)) return Promise.reject(new DOMException('', 'NotReadableError'));
    lit.push(deviceId);
    const track = Object.assign(new EventTarget(), {
      label: `${deviceId} camera`,
      getSettings: () => ({ deviceId }),
      getCapabilities: () => ({}),
      stop: () => lit.splice(lit.indexOf(deviceId), 1),
    });
    return Promise.resolve({ getVideoTracks: () => [track], getTracks: () => [track] });
  };
  const enumerateDevices = vi.fn(() => Promise.resolve(devices));
  return { asked, lit, busy, mediaDevices: { getUserMedia, enumerateDevices } };
}

function wish() {
  let leave = () => {};
  let isWanted = true;
  const gone = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const held: HeldWish = {
    container: { append: () => undefined } as unknown as HTMLElement,
    onText: () => undefined,
    onAdvice: () => undefined,
    onState: () => undefined,
    wanted: () => isWanted,
    gone,
  };
  return {
    held,
    leave: () => {
      isWanted = false;
      leave();
    },
  };
}

/** Lets the cameras that open give their picture. */
const pictures = async () => {
  await vi.advanceTimersByTimeAsync(50);
  for (const { onView } of [...watchers]) onView(seen);
  await vi.advanceTimersByTimeAsync(50);
};

let kiosk: ReturnType<typeof machine>;
let open: typeof import('../../../renderer/scan/viewfinder.ts').openViewfinder;

beforeEach(async () => {
  watchers.length = 0;
  kiosk = machine();
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { mediaDevices: kiosk.mediaDevices });
  vi.stubGlobal('window', { MediaStreamTrackProcessor: Object });
  vi.stubGlobal('document', { createElement: () => ({ play: () => Promise.resolve(), remove: () => undefined }) });
  vi.resetModules();
  ({ openViewfinder: open } = await import('../../../renderer/scan/viewfinder.ts'));
  const { useScreen } = await import('../../../renderer/store.ts');
  const screen = { kind: 'scan', purpose: 'checkIn' } as const;
  useScreen.setState({ snapshot: { number: 1, language: 'en', screen, scanning: { camera: 'scan' } } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a camera whose screen goes while it opens', () => {
  it('is put out at once, and no other is tried', async () => {
    const { held, leave } = wish();
    const opening = open(held);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kiosk.lit).toEqual(['scan']);
    leave();
    await vi.advanceTimersByTimeAsync(1);
    expect(kiosk.lit).toEqual([]);
    expect((await opening).ok).toBe(false);
    expect(kiosk.asked).toEqual(['scan']);
  });

  it('is put out without a picture where it was still being asked for, and is not taken for a bad one', async () => {
    const { held, leave } = wish();
    const opening = open(held);
    leave();
    await vi.advanceTimersByTimeAsync(5_000);
    await opening;
    expect([kiosk.lit, watchers]).toEqual([[], []]);
    const next = open(wish().held);
    await pictures();
    await next;
    expect(kiosk.lit).toEqual(['scan']);
  });
});

describe('the camera that the installer named', () => {
  const started = async () => {
    // Before a camera is allowed none has a name, and the default one is asked for.
    kiosk.mediaDevices.enumerateDevices.mockResolvedValueOnce([{ kind: 'videoinput', deviceId: '', label: '' }]);
    const opening = open(wish().held);
    await pictures();
    await pictures();
    const opened = await opening;
    if (!opened.ok) throw new Error(opened.state);
    return opened.camera;
  };

  it('takes the place of the first, once there are names', async () => {
    await started();
    expect([kiosk.asked, kiosk.lit]).toEqual([['front', 'scan'], ['scan']]);
  });

  it('and is another program’s is tried once, not on every screen', async () => {
    kiosk.busy.add('scan');
    await (await started()).close();
    kiosk.asked.length = 0;
    const next = open(wish().held);
    await pictures();
    await next;
    expect([kiosk.asked, kiosk.lit]).toEqual([['front'], ['front']]);
  });

  it('is left where it is when the names cannot be had: the one that works goes on', async () => {
    kiosk.mediaDevices.enumerateDevices.mockResolvedValueOnce([]).mockRejectedValueOnce(new DOMException('', 'UnknownError'));
    const opening = open(wish().held);
    await pictures();
    expect(await opening).toMatchObject({ ok: true });
    expect(kiosk.lit).toEqual(['front']);
  });
});
