import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Intent } from '../../../electron/contract/intent.ts';
import { connect } from '../../../renderer/bridge.ts';
import { listenToScanner } from '../../../renderer/scan/scanner.ts';
import { forget, useScreen } from '../../../renderer/store.ts';

class Field {}

const intents: Intent[] = [];
let hear = (_: object) => {};
let at = 0;

/** A key, so many ms after the last; answers whether the page's own handling of it was prevented. */
const press = (key: string, more: { code?: string; repeat?: boolean; target?: object; after?: number } = {}): boolean => {
  at += more.after ?? 10;
  vi.advanceTimersByTime(more.after ?? 10);
  const preventDefault = vi.fn();
  hear({ key, code: '', target: {}, timeStamp: at, preventDefault, stopPropagation: () => undefined, ...more });
  return preventDefault.mock.calls.length > 0;
};

beforeEach(() => {
  intents.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal('HTMLInputElement', Field);
  vi.stubGlobal('addEventListener', (_: string, listener: typeof hear) => {
    hear = listener;
  });
  vi.stubGlobal('window', {
    foyer: {
      snapshot: () => new Promise(() => undefined),
      intent: (intent: Intent) => {
        intents.push(intent);
        return Promise.resolve({ ok: true, value: null });
      },
      onSnapshot: () => () => undefined,
    },
  });
  connect({ receive: () => undefined, lost: () => undefined });
  forget();
  useScreen.setState({ snapshot: { number: 1, language: 'en', screen: { kind: 'confirm' } as never } });
  listenToScanner();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a key that is held down', () => {
  it.each(['a', ' ', '8', 'Enter'])('is no scan, and presses no button: %j', (key) => {
    press(key);
    const prevented = Array.from({ length: 30 }, () => press(key, { repeat: true, after: 33 }));
    expect(prevented).not.toContain(false);
    press('Enter');
    vi.advanceTimersByTime(2_000);
    expect(intents).toEqual([]);
  });

  it('writes and deletes in a text field as ever', () => {
    const target = new Field();
    expect(press('Backspace', { repeat: true, target })).toBe(false);
    expect(press('A', { repeat: true, target })).toBe(false);
    expect(press('ArrowDown', { repeat: true })).toBe(false);
  });
});

describe('a scan while an input method is active', () => {
  it('is read by the places of its keys, and its Enter is a scanner’s', () => {
    const target = new Field();
    for (const code of ['ShiftLeft', 'KeyF', 'KeyJ', 'KeyU', 'KeyE', 'Digit1', 'Digit2']) press('Process', { code, target });
    expect(press('Process', { code: 'Enter', target })).toBe(true);
    expect(intents).toEqual([{ kind: 'code', code: 'FJUE12', by: 'scanner' }]);
  });

  it('is none where a hand types', () => {
    for (const code of ['KeyF', 'KeyJ', 'KeyU', 'KeyE', 'KeyI', 'KeyW']) press('Process', { code, after: 120 });
    press('Process', { code: 'Enter', after: 120 });
    expect(intents).toEqual([]);
  });
});
