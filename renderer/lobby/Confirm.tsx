import { Briefcase, Check, Clock, MapPin, UserRound, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ServiceShown, VisitShown } from '../../electron/contract/lobby.ts';
import { send } from '../bridge.ts';
import { Button } from '../parts/Button.tsx';
import { type Fact, Facts } from '../parts/Facts.tsx';
import { Name } from '../parts/Name.tsx';
import { Place, placeParts } from '../parts/Place.tsx';
import { Stage } from '../parts/Stage.tsx';
import { periodIn } from '../words/times.ts';
import type { Words } from '../words/words.ts';
import { Services } from './Services.tsx';

/** Whose code is it? Given name and initial, and what the visit is, so that a person knows their own. */
export function Confirm(props: {
  readonly visit: VisitShown;
  readonly services: readonly ServiceShown[] | undefined;
  readonly words: Words;
}): ReactNode {
  const { visit, services = [], words } = props;
  const [before, name, after] = words.confirm.sentence(visit.name);
  const facts = factsOf(visit, words);
  const hasMatter = facts.length > 0 || services.length > 0;
  return (
    <Stage
      kind="confirm"
      sentence={
        <span className="clamped">
          {before}
          <Name>{name}</Name>
          {after}
        </span>
      }
      actions={
        <>
          <Button kind="main" icon={Check} onPress={() => send({ kind: 'confirm' })}>
            {words.action.confirm}
          </Button>
          <Button icon={X} onPress={() => send({ kind: 'notMe' })}>
            {words.action.notMe}
          </Button>
        </>
      }
    >
      {hasMatter && (
        <>
          <Facts facts={facts} />
          {services.length > 0 && <Services services={services} question={words.confirm.services} />}
        </>
      )}
    </Stage>
  );
}

function factsOf(visit: VisitShown, words: Words): Fact[] {
  const labels = words.confirm;
  const { from, to } = visit;
  const period = from !== undefined && to !== undefined ? periodIn(words, from, to, Date.now()) : undefined;
  return [
    visit.company !== undefined && { icon: Briefcase, label: labels.company, value: <Name>{visit.company}</Name> },
    visit.host !== undefined && { icon: UserRound, label: labels.host, value: <Name>{visit.host}</Name> },
    period !== undefined && { icon: Clock, label: labels.when, value: period },
    placeParts(visit).length > 0 && { icon: MapPin, label: labels.where, value: <Place where={visit} /> },
  ].filter((fact) => fact !== false);
}
