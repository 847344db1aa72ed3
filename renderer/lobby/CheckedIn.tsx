import { Check, MapPin, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PrintShown, VisitShown } from '../../electron/contract/screen.ts';
import { send } from '../bridge.ts';
import { Button } from '../parts/Button.tsx';
import { Facts } from '../parts/Facts.tsx';
import { Name } from '../parts/Name.tsx';
import { Place, placeParts } from '../parts/Place.tsx';
import { PrintState } from '../parts/PrintState.tsx';
import { Stage } from '../parts/Stage.tsx';
import type { Words } from '../words/words.ts';

type PlaceShown = Pick<VisitShown, 'host' | 'building' | 'floor' | 'room'>;

/** It is written down: where to go, and what the badge is doing. */
export function CheckedIn(props: { readonly place: PlaceShown; readonly badge: PrintShown; readonly words: Words }): ReactNode {
  const { place, badge, words } = props;
  const hasPlace = placeParts(place).length > 0;
  return (
    <Stage
      kind="done"
      sign={{ icon: Check, tone: 'good' }}
      sentence={words.checkedIn.sentence}
      more={hasPlace ? words.checkedIn.go : words.checkedIn.noPlace}
      actions={
        <Button kind="main" onPress={() => send({ kind: 'done' })}>
          {words.action.done}
        </Button>
      }
    >
      <Facts
        facts={[
          ...(hasPlace ? [{ icon: MapPin, label: words.confirm.where, value: <Place where={place} /> }] : []),
          ...(place.host === undefined ? [] : [{ icon: UserRound, label: words.confirm.host, value: <Name>{place.host}</Name> }]),
        ]}
      />
      <PrintState print={badge} words={words.badge} />
    </Stage>
  );
}
