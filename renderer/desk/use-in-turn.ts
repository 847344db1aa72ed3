import { useRef } from 'react';
import type { Intent } from '../../electron/contract/intent.ts';
import { ask } from '../bridge.ts';

/** Tells main wishes of one kind in their order, each once the one before was taken: main takes one at a time, and none of these may be lost. */
export function useInTurn(): (intent: Intent) => void {
  const last = useRef(Promise.resolve());
  return (intent) => {
    last.current = last.current.then(() => ask(intent));
  };
}
