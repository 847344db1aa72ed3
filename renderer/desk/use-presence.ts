import { useEffect } from 'react';
import { send } from '../bridge.ts';

/** Main is told at most so often that somebody is at the desk (ms). */
const every = 20_000;

/** Tells main that somebody is still at a desk that would be left otherwise, by their touches and keys. */
export function usePresence(isWatched: boolean): void {
  useEffect(() => {
    if (!isWatched) return undefined;
    let told = performance.now();
    const tell = () => {
      if (performance.now() - told < every) return;
      told = performance.now();
      send({ kind: 'stay' });
    };
    const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
    for (const sign of signs) addEventListener(sign, tell, { passive: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, tell);
    };
  }, [isWatched]);
}
