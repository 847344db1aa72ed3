import type { ReactNode } from 'react';
import { sentencesIn } from '../words/sentences.ts';
import type { PinGiven } from './use-pin.ts';

/** What is said of a PIN. The seconds that pass are seen, and not said one by one to whoever listens. */
export function PinSaid({ said, wait }: Pick<PinGiven, 'said' | 'wait'>): ReactNode {
  const whole = sentencesIn(said, wait);
  return (
    <>
      {whole.slice(0, whole.length - wait.length)}
      {wait !== '' && (
        <span role="timer" aria-live="off">
          {wait}
        </span>
      )}
    </>
  );
}
