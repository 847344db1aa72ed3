import { useEffect, useState } from 'react';
import type { Intent } from '../../electron/contract/intent.ts';
import { send } from '../bridge.ts';

/** `asked`: main was asked and has not answered with another list; `late`: that took too long, and it may be asked again. */
export type Asked = 'not' | 'asked' | 'late';

const tooLong = 8_000;

/** Asks main for something once, however often it is pressed. What comes of it is seen in the next snapshot: what was done is no longer there, or `forget` says that it was answered. */
export function useAsked(): readonly [Asked, (intent: Intent) => void, forget: () => void] {
  const [asked, setAsked] = useState<Asked>('not');
  useEffect(() => {
    if (asked !== 'asked') return undefined;
    const timer = setTimeout(() => setAsked('late'), tooLong);
    return () => clearTimeout(timer);
  }, [asked]);
  const ask = (intent: Intent) => {
    if (asked === 'asked') return;
    setAsked('asked');
    send(intent);
  };
  return [asked, ask, () => setAsked('not')];
}
