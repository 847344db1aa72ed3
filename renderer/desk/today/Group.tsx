import type { ReactNode } from 'react';
import type { VisitOpen } from '../../../electron/contract/desk-today.ts';
import { send } from '../../bridge.ts';
import { Act } from '../Act.tsx';
import type { Speech } from '../speech.ts';
import { Text } from '../Text.tsx';

/** The others of the same appointment, and all of them at once. */
export function Group(props: {
  readonly badge: string;
  readonly group: NonNullable<VisitOpen['group']>;
  readonly speech: Speech;
}): ReactNode {
  const { badge, group, speech } = props;
  const { words, number } = speech;
  const { visit, filter } = words.today;
  const { others, mayCheckIn } = group;
  return (
    <section className="group" aria-labelledby="group">
      <div className="head">
        <h3 id="group">{visit.group(others.length + 1, number(others.length + 1))}</h3>
        {mayCheckIn > 0 && (
          <Act key={mayCheckIn} intent={{ kind: 'groupIn', badge }} words={words.needs}>
            {visit.groupIn(mayCheckIn, number(mayCheckIn))}
          </Act>
        )}
      </div>
      <ul>
        {others.map((other) => (
          <li key={other.badge}>
            <button type="button" onClick={() => send({ kind: 'visit', badge: other.badge })}>
              <Text>{other.name}</Text>
              <span className="quiet">{filter[other.state]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
