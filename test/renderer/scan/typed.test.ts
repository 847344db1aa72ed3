import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Intent } from '../../../electron/contract/intent.ts';
import { connect } from '../../../renderer/bridge.ts';
import { deleteKey, setTyped, submitTyped, typeKey } from '../../../renderer/scan/typed.ts';
import { forget, useScreen } from '../../../renderer/store.ts';

const intents: Intent[] = [];

beforeEach(() => {
  intents.length = 0;
  vi.stubGlobal('window', {
    foyer: {
      snapshot: () =>
        Promise.resolve({ ok: true, value: { number: 1, language: 'en', screen: { kind: 'type', purpose: 'checkIn' } } }),
      intent: (intent: Intent) => {
        intents.push(intent);
        return Promise.resolve({ ok: true, value: null });
      },
      onSnapshot: () => () => undefined,
    },
  });
  connect({ receive: () => undefined, lost: () => undefined });
  forget();
});
afterEach(() => vi.unstubAllGlobals());

describe('a typed code', () => {
  it('is what the keys of the screen say, without the letters taken away', () => {
    for (const key of 'FJUX') typeKey(key);
    deleteKey();
    for (const key of 'EIW') typeKey(key);
    expect(useScreen.getState().typed).toBe('FJUEIW');
    expect(submitTyped()).toBe('sent');
    expect(intents).toEqual([{ kind: 'code', code: 'FJUEIW', by: 'typed' }]);
  });

  it.each([' fjueiw ', 'fju eiw', 'FJU-EIW', 'ｆｊｕｅｉｗ'])('is normalised: %j', (text) => {
    setTyped(text);
    submitTyped();
    expect(intents).toEqual([{ kind: 'code', code: 'FJUEIW', by: 'typed' }]);
  });

  it.each(['FJUEI', 'FJUEIWX', '<script>', '何', '💥💥💥'])('is not sent when it cannot be one: %j', (text) => {
    setTyped(text);
    expect(submitTyped()).toBe('shape');
    expect(intents).toEqual([]);
  });

  it('is not sent while there is none', () => {
    expect(submitTyped()).toBe('empty');
    setTyped('   ');
    expect(submitTyped()).toBe('empty');
    expect(intents).toEqual([]);
  });

  it('is never longer than a code may be', () => {
    setTyped('A'.repeat(10_000));
    expect(useScreen.getState().typed).toHaveLength(64);
    typeKey('B');
    expect(useScreen.getState().typed).toHaveLength(64);
  });

  it('loses a whole letter at a time, whatever it is made of', () => {
    setTyped('A💥');
    deleteKey();
    expect(useScreen.getState().typed).toBe('A');
    deleteKey();
    deleteKey();
    expect(useScreen.getState().typed).toBe('');
  });
});
