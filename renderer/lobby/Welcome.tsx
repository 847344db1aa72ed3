import { LogIn, LogOut } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LobbyScreen } from '../../electron/contract/lobby.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { send } from '../bridge.ts';
import { Arches } from '../parts/Arches.tsx';
import { Button } from '../parts/Button.tsx';
import { Name } from '../parts/Name.tsx';
import { Stage } from '../parts/Stage.tsx';
import { useScreen } from '../store.ts';
import type { Words } from '../words/words.ts';
import { DemoCodes } from './DemoCodes.tsx';
import { Idle } from './Idle.tsx';
import { textWidth } from './text-width.ts';
import { useLongPress } from './use-long-press.ts';

/** Nobody is here yet: arriving or leaving? */
export function Welcome(props: {
  readonly screen: Extract<LobbyScreen, { kind: 'welcome' }>;
  readonly demo: Snapshot['demo'];
  readonly words: Words;
}): ReactNode {
  const { screen, words, demo } = props;
  const { content = [], greeting, logo } = screen;
  const { lowControls, textSize } = useScreen();
  // Staff have a way to the desk: beside the button at the top, a finger that stays on the picture.
  const press = useLongPress(screen.staff ? () => send({ kind: 'staff' }) : undefined);
  // Nothing plays where there is no room for it, nor above controls that were asked down into the bottom band.
  const plays = content.length > 0 && !lowControls && !(demo && textSize > 1);
  return (
    <Stage
      kind="welcome"
      sentence={greeting === undefined ? words.welcome.sentence : <Greeting>{greeting}</Greeting>}
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
          {logo === undefined ? <Arches /> : <img className="site-logo" src={logo} alt="" draggable={false} />}
        </div>
      )}
      {demo && <DemoCodes codes={demo} words={words.welcome} />}
    </Stage>
  );
}

/** The site's own greeting; a long one stands a little smaller, so that it does not take the room of what is done here. */
function Greeting({ children }: { readonly children: string }): ReactNode {
  return (
    <span className={textWidth(children) > 24 ? 'greeting long' : 'greeting'}>
      <Name>{children}</Name>
    </span>
  );
}
