import { useEffect } from 'react';
import { send } from '../bridge.ts';

/** Main is told at most so often that somebody is at the desk (ms). */
const every = 20_000;

/** Tells main that the person who came through the lobby's door is still there, by their touches and keys. */
export function usePresence(isStaffed: boolean): void {
  useEffect(() => {
    if (!isStaffed) return undefined;
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
  }, [isStaffed]);
}
