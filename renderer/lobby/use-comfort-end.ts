import { useEffect } from 'react';
import { resetComfort } from '../store.ts';

/** How long nobody may touch the welcome screen until it is drawn for anyone again, in ms: the person before may have walked on. */
const untouchedFor = 60_000;

/** Takes theme, text size and controls back on a welcome screen that nobody touches. (After a session the store does it at once.) */
export function useComfortEnd(onWelcome: boolean): void {
  useEffect(() => {
    if (!onWelcome) return undefined;
    let timer = setTimeout(resetComfort, untouchedFor);
    const touched = () => {
      clearTimeout(timer);
      timer = setTimeout(resetComfort, untouchedFor);
    };
    addEventListener('pointerdown', touched);
    addEventListener('keydown', touched);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointerdown', touched);
      removeEventListener('keydown', touched);
    };
  }, [onWelcome]);
}
