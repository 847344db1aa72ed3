import { Hourglass } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { send } from '../bridge.ts';
import type { Words } from '../words/words.ts';
import { Button } from './Button.tsx';

const stay = () => send({ kind: 'stay' });

/** Says that the screen is about to close, counts down, and takes any touch or key for "I am still here". */
export function Warning(props: { readonly seconds: number; readonly words: Words['warning'] }): ReactNode {
  const left = useCountdown(props.seconds);
  useEffect(() => {
    addEventListener('pointerdown', stay, { capture: true });
    addEventListener('keydown', stay, { capture: true });
    return () => {
      removeEventListener('pointerdown', stay, { capture: true });
      removeEventListener('keydown', stay, { capture: true });
    };
  }, []);
  return (
    <div className="warning">
      <Hourglass aria-hidden="true" className="icon" />
      <p>
        <strong>{props.words.sentence}</strong>
        <span role="timer" aria-live="off">
          {props.words.seconds(left)}
        </span>
      </p>
      <Button kind="main" onPress={stay}>
        {props.words.stay}
      </Button>
    </div>
  );
}

/** Whole seconds left of a time that main gave, counted here so that main need not say each one. */
function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(Math.ceil(seconds));
  useEffect(() => {
    const end = performance.now() + seconds * 1_000;
    const show = () => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1_000)));
    show();
    const timer = setInterval(show, 250);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}
