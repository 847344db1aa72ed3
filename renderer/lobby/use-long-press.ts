import { useEffect, useRef } from 'react';

const longMs = 1_200;

/** Handlers for an element that answers to a finger that stays on it. There must be another way to the same thing: not everybody can hold still. */
export function useLongPress(onPress: (() => void) | undefined): {
  readonly onPointerDown?: () => void;
  readonly onPointerUp?: () => void;
  readonly onPointerLeave?: () => void;
} {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = () => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (!onPress) return {};
  const start = () => {
    stop();
    timer.current = setTimeout(onPress, longMs);
  };
  return { onPointerDown: start, onPointerUp: stop, onPointerLeave: stop };
}
