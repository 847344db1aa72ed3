import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Tells the style that what is in `list` has moved, by another class each time (`turn-0`, `turn-1`): then it takes no press for a moment, for the finger was on
 * its way to what was there before. `order`: what stands in it. What comes or goes above it moves it too.
 */
export function useMoved(list: RefObject<HTMLElement | null>, order: string): void {
  const before = useRef<{ readonly order: string; readonly top: number }>(undefined);
  const turn = useRef(0);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const now = { order, top: element.offsetTop };
    const hasMoved = before.current !== undefined && (before.current.order !== order || before.current.top !== now.top);
    before.current = now;
    if (!hasMoved) return;
    element.classList.remove(`turn-${turn.current}`);
    turn.current = 1 - turn.current;
    element.classList.add(`turn-${turn.current}`);
  });
}
