import { useEffect, useState } from 'react';

/** Counts down here from what main said, so that nothing is pushed each second; whoever is too early hears it from main again. */
export function useSecondsLeft(wait: number | undefined, isLooking: boolean): number {
  const [left, setLeft] = useState(0);
  // `isLooking` besides: the same wait said again after another try begins anew.
  useEffect(() => {
    const until = performance.now() + (isLooking ? 0 : (wait ?? 0)) * 1000;
    const tell = () => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)));
    tell();
    const timer = setInterval(tell, 250);
    return () => clearInterval(timer);
  }, [wait, isLooking]);
  return left;
}
