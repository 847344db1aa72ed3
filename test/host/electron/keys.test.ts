import { describe, expect, it } from 'vitest';
import { guardKeys } from '../../../electron/host/electron/keys.ts';
import { fakeContents, preventable } from './fakes.ts';

const key = (text: string, control = false) => ({ key: text, control, meta: false, alt: false, shift: false });

describe('WIN-8 the guard of a window', () => {
  const guarded = () => {
    const zoom: string[] = [];
    const contents = Object.assign(fakeContents(), {
      setZoomFactor: (factor: number) => zoom.push(`zoom ${factor}`),
      setVisualZoomLevelLimits: async (least: number, most: number) => void zoom.push(`pinch ${least} to ${most}`),
    });
    guardKeys(contents, () => 'lobby');
    return { contents, zoom };
  };

  it('WIN-8 keeps what is not for the page from it, and nothing else', () => {
    const { contents } = guarded();
    const press = (...words: Parameters<typeof key>) => {
      const event = preventable();
      contents.emit('before-input-event', event, key(...words));
      return event.preventDefault.mock.calls.length;
    };
    expect([press('F5'), press('r', true), press('a'), press('Enter')]).toEqual([1, 1, 0, 0]);
  });

  it('WIN-8 lets nobody zoom, by wheel or by fingers', () => {
    const { contents, zoom } = guarded();
    const event = preventable();
    contents.emit('zoom-changed', event, 'in');
    expect(event.preventDefault).toHaveBeenCalled();
    contents.emit('did-finish-load');
    expect(zoom).toEqual(['zoom 1', 'zoom 1', 'pinch 1 to 1']);
  });
});
