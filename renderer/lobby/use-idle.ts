import { useEffect, useReducer } from 'react';
import type { ContentShown } from '../../electron/contract/lobby.ts';
import { firstIdle, type Idle, type IdleEvent, idleWait, nextIdle } from './idle.ts';

/** Plays the content with one timer at a time, and with none while it is paused, stands still by itself, or is not on the screen. */
export function useIdle(content: readonly ContentShown[], paused: boolean): [Idle, (event: IdleEvent) => void] {
  const [idle, tell] = useReducer(nextIdle, content, firstIdle);
  // Main sends the same list with each snapshot: only another one counts.
  const list = JSON.stringify(content);
  useEffect(() => tell({ type: 'content', content: JSON.parse(list) }), [list]);
  useEffect(() => {
    if (paused) tell({ type: 'hold' });
  }, [paused]);
  useEffect(() => {
    const wait = idleWait(idle, matchMedia('(prefers-reduced-motion: reduce)').matches);
    if (wait === undefined || (paused && idle.shown)) return undefined;
    const timer = setTimeout(() => tell({ type: 'due' }), wait);
    return () => clearTimeout(timer);
  }, [idle, paused]);
  return [idle, tell];
}
