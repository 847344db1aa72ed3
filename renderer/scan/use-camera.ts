import { useLayoutEffect, useRef, useState } from 'react';
import { send } from '../bridge.ts';
import { asCode } from './as-code.ts';
import { type CameraState, cameraOwner } from './camera.ts';
import { withoutRepeats } from './repeat.ts';
import { playTone } from './tone.ts';

// Loaded when a camera is first wanted: the decoder is larger than the rest of the page together.
const wishFor = cameraOwner(async (wish) => (await import('./viewfinder.ts')).openViewfinder(wish));

/** The camera in an element for as long as the component lives; `seen` once it has read a code. Main is told how the camera is. */
export function useCamera(): {
  readonly container: React.RefObject<HTMLDivElement | null>;
  readonly state: CameraState;
  readonly seen: boolean;
} {
  const container = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<CameraState>('starting');
  const [seen, setSeen] = useState(false);
  // A layout effect, because its end comes before the element leaves the document.
  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    // One for each time that somebody asks for the camera: a code shown again on purpose is a new scan, and none is remembered.
    const isNew = withoutRepeats(() => performance.now());
    wishFor({
      container: element,
      onText: (text) => {
        if (!isNew(text)) return;
        setSeen(true);
        playTone();
        send({ kind: 'code', code: asCode(text), by: 'camera' });
      },
      onState: (next) => {
        setState(next);
        if (next !== 'starting') send({ kind: 'camera', state: next });
      },
    });
    return () => {
      park(element);
      wishFor(undefined);
    };
  }, []);
  return { container, state, seen };
}

/** A picture that is just starting cannot be taken out of the document: its play() would reject inside html5-qrcode. It is closed from where it is put here, unseen. */
function park(container: HTMLElement): void {
  document.body.append(...container.childNodes);
}
