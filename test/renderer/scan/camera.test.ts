import { describe, expect, it } from 'vitest';
import {
  type CameraEnd,
  type CameraFault,
  type CameraState,
  type CameraWish,
  cameraOwner,
  type HeldWish,
  type OpenCameraFor,
} from '../../../renderer/scan/camera.ts';

type Opened = Awaited<ReturnType<OpenCameraFor>>;

/** A camera by hand: each opening waits until the test answers it, and the log tells what was done in which order. */
function fakeCamera() {
  const log: string[] = [];
  const wishes: HeldWish[] = [];
  const openings: ((opened: Opened) => void)[] = [];
  let open = 0;
  let most = 0;
  const openFor: OpenCameraFor = (wish) => {
    log.push('open');
    wishes.push(wish);
    return new Promise((resolve) => openings.push(resolve));
  };
  const next = async () => {
    for (;;) {
      const opening = openings.shift();
      if (opening) return opening;
      await turn();
    }
  };
  const give = async () => {
    let die = (_: CameraEnd) => {};
    const ended = new Promise<CameraEnd>((resolve) => {
      die = resolve;
    });
    open += 1;
    most = Math.max(most, open);
    const close = async () => {
      await turn();
      open -= 1;
      log.push('close');
    };
    (await next())({ ok: true, camera: { ended, close } });
    await turn();
    return { die };
  };
  const refuse = async (state: CameraFault) => {
    (await next())({ ok: false, state });
    await turn();
  };
  return { openFor, wishes, give, refuse, log, openNow: () => open, mostAtOnce: () => most };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

function wish(): CameraWish & { readonly states: CameraState[]; readonly heard: unknown[] } {
  const states: CameraState[] = [];
  const heard: unknown[] = [];
  return {
    states,
    heard,
    container: {} as HTMLElement,
    onText: (text) => heard.push(text),
    onAdvice: (advice) => heard.push(advice),
    onState: (state) => states.push(state),
  };
}

describe('the one owner of the camera', () => {
  it('opens it when a screen wants it and closes it when the screen goes', async () => {
    const camera = fakeCamera();
    const want = cameraOwner(camera.openFor);
    const scan = wish();
    want(scan);
    await camera.give();
    expect(scan.states).toEqual(['starting', 'working']);
    want(undefined);
    await turn();
    await turn();
    expect(camera.log).toEqual(['open', 'close']);
    expect(camera.openNow()).toBe(0);
  });

  it('closes a camera whose screen went while it was starting, and says nothing to that screen', async () => {
    const camera = fakeCamera();
    const want = cameraOwner(camera.openFor);
    const scan = wish();
    want(scan);
    want(undefined);
    await camera.give();
    await turn();
    expect(scan.states).toEqual(['starting']);
    expect(camera.log).toEqual(['open', 'close']);
    expect(camera.openNow()).toBe(0);
  });

  it('tells who opens it that the screen went, and that screen hears of no code and no advice any more', async () => {
    const camera = fakeCamera();
    const want = cameraOwner(camera.openFor);
    const scan = wish();
    want(scan);
    const [held] = camera.wishes;
    held?.onText('FJUEIW');
    held?.onAdvice('closer');
    expect([held?.wanted(), scan.heard]).toEqual([true, ['FJUEIW', 'closer']]);
    want(undefined);
    held?.onText('KWMTRA');
    held?.onAdvice('further');
    await held?.gone;
    expect([held?.wanted(), scan.heard]).toEqual([false, ['FJUEIW', 'closer']]);
    await camera.give();
  });

  it('opens for the next screen only after the last was closed, however fast they change', async () => {
    const camera = fakeCamera();
    const want = cameraOwner(camera.openFor);
    const screens = Array.from({ length: 20 }, wish);
    for (const screen of screens) {
      want(screen);
      want(undefined);
    }
    const last = wish();
    want(last);
    await camera.give();
    await turn();
    await camera.give();
    expect(camera.log).toEqual(['open', 'close', 'open']);
    expect(camera.mostAtOnce()).toBeLessThanOrEqual(2);
    expect(camera.openNow()).toBe(1);
    expect(last.states).toEqual(['starting', 'working']);
    want(undefined);
    await turn();
  });

  it.each(['none', 'denied', 'busy', 'black', 'frozen'] as const)(
    'says "%s" once and tries again until it is to be had',
    async (state) => {
      const camera = fakeCamera();
      const want = cameraOwner(camera.openFor, 5);
      const scan = wish();
      want(scan);
      await camera.refuse(state);
      await camera.refuse(state);
      await camera.give();
      expect(scan.states).toEqual(['starting', state, 'working']);
      want(undefined);
      await turn();
    },
  );

  it('does not wait for the next try when the screen goes', async () => {
    const camera = fakeCamera();
    const want = cameraOwner(camera.openFor, 60_000);
    const scan = wish();
    want(scan);
    await camera.refuse('none');
    const next = wish();
    want(next);
    await camera.give();
    expect(next.states).toEqual(['starting', 'working']);
    want(undefined);
    await turn();
  });

  it.each(['lost', 'black', 'frozen'] as const)('opens another when one is %s', async (end) => {
    const camera = fakeCamera();
    const want = cameraOwner(camera.openFor);
    const scan = wish();
    want(scan);
    const first = await camera.give();
    first.die(end);
    await turn();
    await camera.give();
    expect(scan.states).toEqual(['starting', 'working', end, 'working']);
    expect(camera.log).toEqual(['open', 'close', 'open']);
    want(undefined);
    await turn();
  });
});
