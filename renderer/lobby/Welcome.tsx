import { LogIn, LogOut } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Snapshot } from '../../electron/contract/screen.ts';
import { send } from '../bridge.ts';
import { Arches } from '../parts/Arches.tsx';
import { Button } from '../parts/Button.tsx';
import { Stage } from '../parts/Stage.tsx';
import type { Words } from '../words/words.ts';
import { DemoCodes } from './DemoCodes.tsx';

/** Nobody is here yet: arriving or leaving? */
export function Welcome(props: { readonly demo: Snapshot['demo']; readonly words: Words }): ReactNode {
  const { words, demo } = props;
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
      <Arches />
      {demo && <DemoCodes codes={demo} words={words.welcome} />}
    </Stage>
  );
}
