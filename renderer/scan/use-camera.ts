import { useLayoutEffect, useRef, useState } from 'react';
import { send } from '../bridge.ts';
import { asCode } from './as-code.ts';
import { type CameraState, cameraOwner } from './camera.ts';
import type { Guidance } from './guidance.ts';
import { withoutRepeats } from './repeat.ts';
import { playTone } from './tone.ts';

// Loaded when a camera is first wanted: the start of the page does not wait for it.
const wishFor = cameraOwner(async (wish) => (await import('./viewfinder.ts')).openViewfinder(wish));

/** For so long, in ms, the screen says of a code that it is none of ours. */
const foreignFor = 3_000;

/** What the camera has made of what is before it. */
export interface Seeing {
  readonly container: React.RefObject<HTMLDivElement | null>;
  readonly state: CameraState;
  /** `code`: one was read and handed on. `foreign`: one was read that is no visit code. */
  readonly seen?: 'code' | 'foreign' | undefined;
  readonly advice?: Guidance | undefined;
}

/** The camera in an element for as long as the component lives. Main is told of codes, and of how the camera is; what cannot be a code goes no further than this. */
export function useCamera(): Seeing {
  const container = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<CameraState>('starting');
  const [seen, setSeen] = useState<Seeing['seen']>();
  const [advice, setAdvice] = useState<Guidance>();
  // A layout effect, because its end comes before the element leaves the document.
  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    // One for each time that somebody asks for the camera: a code shown again on purpose is a new scan, and none is remembered.
    const isNew = withoutRepeats(() => performance.now());
    let forgetting: ReturnType<typeof setTimeout> | undefined;
    wishFor({
      container: element,
      onText: (text) => {
        const code = asCode(text);
        clearTimeout(forgetting);
        if (code === '') {
          setSeen('foreign');
          forgetting = setTimeout(() => setSeen(undefined), foreignFor);
          return;
        }
        if (!isNew(text)) return;
        setSeen('code');
        playTone();
        send({ kind: 'code', code, by: 'camera' });
      },
      onAdvice: setAdvice,
      onState: (next) => {
        setState(next);
        if (next !== 'starting') send({ kind: 'camera', state: next });
      },
    });
    return () => {
      clearTimeout(forgetting);
      wishFor(undefined);
    };
  }, []);
  return { container, state, seen, advice };
}
