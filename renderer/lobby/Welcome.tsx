import { LogIn, LogOut } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ContentShown, Snapshot } from '../../electron/contract/screen.ts';
import { send } from '../bridge.ts';
import { Arches } from '../parts/Arches.tsx';
import { Button } from '../parts/Button.tsx';
import { Stage } from '../parts/Stage.tsx';
import { useScreen } from '../store.ts';
import type { Words } from '../words/words.ts';
import { DemoCodes } from './DemoCodes.tsx';
import { Idle } from './Idle.tsx';
import { useLongPress } from './use-long-press.ts';

/** Nobody is here yet: arriving or leaving? */
export function Welcome(props: {
  readonly content: readonly ContentShown[] | undefined;
  readonly demo: Snapshot['demo'];
  /** Staff have a way to the desk: beside the button at the top, a finger that stays on the picture. */
  readonly staff: boolean;
  readonly words: Words;
}): ReactNode {
  const { content = [], words, demo } = props;
  const { lowControls, textSize } = useScreen();
  const press = useLongPress(props.staff ? () => send({ kind: 'staff' }) : undefined);
  // Nothing plays where there is no room for it, nor above controls that were asked down into the bottom band.
  const plays = content.length > 0 && !lowControls && !(demo && textSize > 1);
  return (
    <Stage
      kind="welcome"
      sentence={words.welcome.sentence}
      more={words.welcome.more}
      actions={
        <>
          <Button kind="main" icon={LogIn} onPress={() => send({ kind: 'begin', purpose: 'checkIn' })}>
            {words.action.checkIn}
          </Button>
          <Button icon={LogOut} onPress={() => send({ kind: 'begin', purpose: 'checkOut' })}>
            {words.action.checkOut}
          </Button>
        </>
      }
    >
      {plays ? (
        <Idle content={content} words={words.idle} />
      ) : (
        <div className="logo" {...press}>
          <Arches />
        </div>
      )}
      {demo && <DemoCodes codes={demo} words={words.welcome} />}
    </Stage>
  );
}
