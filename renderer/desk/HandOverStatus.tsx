import { BookMarked, CircleCheck, Clock, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DeskScreen } from '../../electron/contract/desk.ts';
import type { Tone } from '../parts/Stage.tsx';
import { Cause } from './Cause.tsx';
import { Status } from './Status.tsx';
import type { Speech } from './speech.ts';

type Look = readonly [icon: LucideIcon, tone: Tone, state: 'dead' | 'waiting' | 'done'];

/** Whom events are handed on to, and how many have gone, wait, or were not taken. */
export function HandOverStatus(props: { readonly handOver: DeskScreen['handOver']; readonly speech: Speech }): ReactNode {
  const { to, waiting, sent, dead, expired, unsure, failure } = props.handOver;
  const { words, number } = props.speech;
  const { title, none, noneMore, state: states, ...said } = words.handOver;
  if (to.length === 0)
    return (
      <Status title={title} icon={BookMarked} tone="plain" state={none}>
        <p>{noneMore}</p>
      </Status>
    );
  const [icon, tone, state]: Look =
    dead > 0 ? [TriangleAlert, 'stop', 'dead'] : waiting > 0 ? [Clock, 'wait', 'waiting'] : [CircleCheck, 'good', 'done'];
  return (
    <Status title={title} icon={icon} tone={tone} state={states[state]}>
      <p>{to.map((receiver) => said.to[receiver]).join(' · ')}</p>
      <dl className="numbers">
        {(
          [
            [said.waiting, waiting],
            [said.sent, sent],
            [said.dead, dead],
            [said.expired, expired],
            [said.unsure, unsure],
          ] as const
        ).map(([label, count]) =>
          count === undefined ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{number(count)}</dd>
            </div>
          ),
        )}
      </dl>
      {failure !== undefined && (
        <>
          <p>{said.failed}</p>
          <Cause code={failure} speech={props.speech} />
        </>
      )}
    </Status>
  );
}
