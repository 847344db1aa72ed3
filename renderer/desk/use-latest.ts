import { useRef } from 'react';
import type { Intent } from '../../electron/contract/intent.ts';
import { ask } from '../bridge.ts';

/**
 * Tells main the newest of quickly following wishes of one kind: main takes one at a time, so while one is on its way only the last that came meanwhile is kept.
 */
export function useLatest(): (intent: Intent) => void {
  const state = useRef<{ isAsking: boolean; next: Intent | undefined }>({ isAsking: false, next: undefined });
  return (intent) => {
    const held = state.current;
    held.next = intent;
    if (held.isAsking) return;
    held.isAsking = true;
    void (async () => {
      while (held.next) {
        const wish = held.next;
        held.next = undefined;
        await ask(wish);
      }
      held.isAsking = false;
    })();
  };
}
