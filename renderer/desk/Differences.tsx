import type { ReactNode } from 'react';
import type { DifferenceShown } from '../../electron/contract/desk.ts';
import { Difference } from './Difference.tsx';
import { List } from './List.tsx';
import type { Speech } from './speech.ts';

/** Where the server and this kiosk say different things, both next to each other, the oldest first. */
export function Differences(props: {
  readonly differences: readonly DifferenceShown[];
  readonly count: number;
  readonly speech: Speech;
}): ReactNode {
  const { differences, count, speech } = props;
  const { words, number } = speech;
  const { title, more, visitor, here, there, right } = words.differences;
  const isAll = count <= differences.length;
  return (
    <List
      title={title}
      more={more}
      count={number(count)}
      shown={isAll ? undefined : words.inside.oldest(number(differences.length), number(count))}
    >
      <table className="differences">
        <thead>
          <tr>
            <th scope="col">{visitor}</th>
            <th scope="col" className="side">
              {here}
            </th>
            <th scope="col" className="side">
              {there}
            </th>
            <th scope="col" className="last">
              {right}
            </th>
          </tr>
        </thead>
        {differences.map((difference) => (
          <Difference key={difference.id} difference={difference} speech={speech} />
        ))}
      </table>
    </List>
  );
}
