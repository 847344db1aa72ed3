import { Clock, MapPin, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LobbyScreen, PassShown } from '../../electron/contract/lobby.ts';
import { periodIn } from '../words/times.ts';
import type { Words } from '../words/words.ts';
import { type Fact, Facts } from './Facts.tsx';
import { Name } from './Name.tsx';
import { Place, placeParts } from './Place.tsx';

type Where = Extract<LobbyScreen, { kind: 'checkedIn' }>['place'];

/** What stands in for a badge that did not surely come out, until reception has handed one over: who, whom to see, where, since when. No code. */
export function Pass(props: { readonly pass: PassShown; readonly place: Where; readonly words: Words }): ReactNode {
  const { pass, place, words } = props;
  return (
    <div className="pass">
      <p className="name">
        <span className="clamped">
          <Name>{pass.name}</Name>
        </span>
      </p>
      <Facts facts={factsOf(pass, place, words)} />
    </div>
  );
}

function factsOf({ at }: PassShown, place: Where, words: Words): Fact[] {
  const { confirm, checkedIn } = words;
  const since = periodIn(words, at, at, Date.now());
  return [
    placeParts(place).length > 0 && { icon: MapPin, label: confirm.where, value: <Place where={place} /> },
    place.host !== undefined && { icon: UserRound, label: confirm.host, value: <Name>{place.host}</Name> },
    since !== undefined && { icon: Clock, label: checkedIn.since, value: since },
  ].filter((fact) => fact !== false);
}
