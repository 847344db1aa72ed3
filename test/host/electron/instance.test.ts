import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { holdInstance } from '../../../electron/host/electron/instance.ts';
import { preventable, trickyAddresses } from './fakes.ts';

type FakeApp = EventEmitter & { requestSingleInstanceLock: ReturnType<typeof vi.fn<() => boolean>> };

const fakeApp = (first: boolean): FakeApp => Object.assign(new EventEmitter(), { requestSingleInstanceLock: vi.fn(() => first) });

function held(first = true) {
  const app = fakeApp(first);
  const window = { show: vi.fn(), focus: vi.fn() };
  const holds = holdInstance(app as unknown as App, () => [window]);
  return { app, window, holds };
}

describe('WIN-13 single instance', () => {
  it.each([...trickyAddresses, 'foyer://app/?code=FJUEIW', '--no-sandbox'])(
    'WIN-13 a second start focuses, and its words are ignored: %j',
    (word) => {
      const { app, window, holds } = held();
      expect(holds).toBe(true);
      app.emit('second-instance', {}, ['/opt/foyer', word], '/tmp', { word });
      expect(window.show.mock.calls).toEqual([[]]);
      expect(window.focus.mock.calls).toEqual([[]]);
    },
  );

  it('WIN-13 the lock carries nothing of ours to the other', () => {
    const { app } = held();
    expect(app.requestSingleInstanceLock.mock.calls).toEqual([[]]);
  });

  it('WIN-13 a second start before there is a window does no harm', () => {
    const app = fakeApp(true);
    holdInstance(app as unknown as App, () => []);
    expect(() => app.emit('second-instance', {}, [], '/')).not.toThrow();
  });

  it('WIN-13 the second one ends, and listens to nothing', () => {
    const { app, holds } = held(false);
    expect(holds).toBe(false);
    expect(app.eventNames()).toEqual([]);
  });

  it.each(['open-url', 'open-file'])('WIN-6 %s opens nothing', (name) => {
    const { app, window } = held();
    const event = preventable();
    app.emit(name, event, 'foyer://evil');
    expect(event.preventDefault).toHaveBeenCalled();
    expect(window.show).not.toHaveBeenCalled();
  });
});
