import { ArrowLeft, CameraOff, Keyboard } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { Purpose } from '../../electron/contract/screen.ts';
import { send } from '../bridge.ts';
import { Button } from '../parts/Button.tsx';
import { PhoneInHand } from '../parts/PhoneInHand.tsx';
import { Stage } from '../parts/Stage.tsx';
import { useCamera } from '../scan/use-camera.ts';
import type { Words } from '../words/words.ts';

const closerAfter = 8_000;

/** Waits for a code: the camera's picture is the largest thing here, and typing is always the other way. */
export function Scan({ purpose, words }: { readonly purpose: Purpose; readonly words: Words }): ReactNode {
  const { container, state, seen } = useCamera();
  const slow = useElapsed(closerAfter);
  const hasPicture = state === 'working';
  const isBroken = state === 'none' || state === 'denied' || state === 'busy';
  return (
    <Stage
      kind="scan"
      sentence={isBroken ? words.type[purpose].sentence : words.scan[purpose].sentence}
      actions={
        <>
          <Button kind={isBroken ? 'main' : 'other'} icon={Keyboard} onPress={() => send({ kind: 'type' })}>
            {words.action.typeCode}
          </Button>
          <Button icon={ArrowLeft} onPress={() => send({ kind: 'back' })}>
            {words.action.back}
          </Button>
        </>
      }
    >
      <div className={`viewfinder ${seen ? 'seen' : state}`}>
        <div className="picture" ref={container} role="img" aria-label={words.scan.viewfinder} />
        {isBroken ? <CameraOff aria-hidden="true" className="no-camera" /> : <PhoneInHand />}
      </div>
      <p className="hint">{seen ? words.scan.seen : hint()}</p>
    </Stage>
  );

  function hint(): string {
    if (isBroken) return words.scan.noCamera;
    if (!hasPicture) return words.scan.starting;
    return slow ? words.scan.closer : words.scan.hint;
  }
}

function useElapsed(ms: number): boolean {
  const [elapsed, setElapsed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setElapsed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return elapsed;
}
