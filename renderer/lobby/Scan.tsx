import { ArrowLeft, CameraOff, Keyboard, MessageCircleQuestionMark } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { Purpose } from '../../electron/contract/lobby.ts';
import { send } from '../bridge.ts';
import { Button } from '../parts/Button.tsx';
import { PhoneInHand } from '../parts/PhoneInHand.tsx';
import { Stage } from '../parts/Stage.tsx';
import { type Seeing, useCamera } from '../scan/use-camera.ts';
import type { Words } from '../words/words.ts';

const slowAfter = 8_000;

/** Waits for a code: the camera's picture is the largest thing here, and typing is always the other way. */
export function Scan({
  purpose,
  noCode,
  words,
}: {
  readonly purpose: Purpose;
  readonly noCode: boolean;
  readonly words: Words;
}): ReactNode {
  const seeing = useCamera();
  const { container, state, seen, advice } = seeing;
  const slow = useElapsed(slowAfter);
  const isBroken = state !== 'starting' && state !== 'working';
  return (
    <Stage
      kind="scan"
      sentence={isBroken ? words.type[purpose].sentence : words.scan[purpose].sentence}
      actions={
        <>
          <Button kind={isBroken ? 'main' : 'other'} icon={Keyboard} onPress={() => send({ kind: 'type' })}>
            {words.action.typeCode}
          </Button>
          {noCode && (
            <Button icon={MessageCircleQuestionMark} onPress={() => send({ kind: 'noCode' })}>
              {words.action.noCode}
            </Button>
          )}
          <Button icon={ArrowLeft} onPress={() => send({ kind: 'back' })}>
            {words.action.back}
          </Button>
        </>
      }
    >
      <div className={`viewfinder ${seen === 'code' ? 'seen' : isBroken ? 'none' : state}`}>
        <div className="picture" ref={container} role="img" aria-label={words.scan.viewfinder} />
        {isBroken ? (
          <CameraOff aria-hidden="true" className="no-camera" />
        ) : (
          <PhoneInHand advice={seen ? undefined : advice} read={seen === 'code'} />
        )}
      </div>
      <p className="hint">{hintFor(seeing, isBroken, slow, words.scan)}</p>
    </Stage>
  );
}

/** The one line under the picture: what was seen, what would help, how to begin. */
function hintFor({ state, seen, advice }: Seeing, isBroken: boolean, slow: boolean, words: Words['scan']): string {
  if (seen === 'code') return words.seen;
  if (isBroken) return words.noCamera;
  if (seen === 'foreign') return words.foreign;
  if (state === 'starting') return words.starting;
  if (advice) return words.advice[advice];
  return slow ? words.slow : words.hint;
}

function useElapsed(ms: number): boolean {
  const [elapsed, setElapsed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setElapsed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return elapsed;
}
