import { type ReactNode, useEffect, useRef, useState } from 'react';
import { send } from '../../bridge.ts';
import type { Speech } from '../speech.ts';

/** Ends the muster: at once where nobody is missing, else with a second press, for it cannot be gone on with. */
export function Ending({ missing, speech }: { readonly missing: number; readonly speech: Speech }): ReactNode {
  const { running } = speech.words.muster;
  const [isAsked, setIsAsked] = useState(false);
  const goOn = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsked) goOn.current?.focus();
  }, [isAsked]);
  if (!isAsked)
    return (
      <button type="button" onClick={() => (missing > 0 ? setIsAsked(true) : send({ kind: 'musterEnd' }))}>
        {running.end}
      </button>
    );
  return (
    <fieldset className="muster-ending">
      <legend>{running.stillMissing(missing, speech.number(missing))}</legend>
      <button ref={goOn} type="button" onClick={() => setIsAsked(false)}>
        {running.goOn}
      </button>
      <button type="button" onClick={() => send({ kind: 'musterEnd' })}>
        {running.endAnyway}
      </button>
    </fieldset>
  );
}
