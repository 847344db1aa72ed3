import { Check, KeyRound, MapPin, NotebookPen, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LobbyScreen } from '../../electron/contract/lobby.ts';
import { send } from '../bridge.ts';
import { Button } from '../parts/Button.tsx';
import { DoorCode } from '../parts/DoorCode.tsx';
import { type Fact, Facts } from '../parts/Facts.tsx';
import { Name } from '../parts/Name.tsx';
import { Pass } from '../parts/Pass.tsx';
import { Place, placeParts } from '../parts/Place.tsx';
import { PrintState } from '../parts/PrintState.tsx';
import { Stage } from '../parts/Stage.tsx';
import { namesIn } from '../words/names.ts';
import type { Words } from '../words/words.ts';

type Done = Extract<LobbyScreen, { kind: 'checkedIn' }>;

/** It is written down: where to go and how to get in there, what was noted for reception, and what the badge is doing. */
export function CheckedIn({ screen, words }: { readonly screen: Done; readonly words: Words }): ReactNode {
  const { place, badge, pass } = screen;
  return (
    <Stage
      kind="done"
      sign={{ icon: Check, tone: 'good' }}
      sentence={words.checkedIn.sentence}
      more={<More screen={screen} words={words.checkedIn} />}
      actions={
        <Button kind="main" onPress={() => send({ kind: 'done' })}>
          {words.action.done}
        </Button>
      }
    >
      <Facts facts={factsOf(screen, words)} />
      <PrintState print={badge} words={words.badge}>
        {pass && <Pass pass={pass} place={place} words={words} />}
      </PrintState>
    </Stage>
  );
}

/** The site's own line says how to go on, where there is one; what a pass is for stands before it. */
function More({ screen, words }: { readonly screen: Done; readonly words: Words['checkedIn'] }): ReactNode {
  const { place, pass, line } = screen;
  const own = line !== undefined && (
    <span className="own">
      <Name>{line}</Name>
    </span>
  );
  if (!pass) return own || (placeParts(place).length > 0 ? words.go : words.noPlace);
  return (
    <>
      <span className="what">{words.pass}</span> {own}
    </>
  );
}

/** Where a pass is on the screen, it says where to go. */
function factsOf({ place, pass, doorCode, wanted = [] }: Done, words: Words): Fact[] {
  const { where, host } = words.confirm;
  const labels = words.checkedIn;
  return [
    !pass && placeParts(place).length > 0 && { icon: MapPin, label: where, value: <Place where={place} /> },
    doorCode !== undefined && { icon: KeyRound, label: labels.doorCode, value: <DoorCode code={doorCode} /> },
    !pass && place.host !== undefined && { icon: UserRound, label: host, value: <Name>{place.host}</Name> },
    wanted.length > 0 && {
      icon: NotebookPen,
      label: labels.noted,
      value: <span className="clamped">{namesIn(words, wanted)}</span>,
    },
  ].filter((fact) => fact !== false);
}
