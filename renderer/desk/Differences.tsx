import type { ReactNode } from 'react';
import type { DifferenceShown } from '../../electron/contract/desk.ts';
import { Difference } from './Difference.tsx';
import { Heads } from './Heads.tsx';
import { List } from './List.tsx';
import type { Speech } from './speech.ts';

/** Where the server and this kiosk say different things, both next to each other, the oldest first. */
export function Differences(props: {
  readonly differences: readonly DifferenceShown[];
  readonly count: number;
  readonly speech: Speech;
}): ReactNode {
  const { differences, count, speech } = props;
  const { words } = speech;
  const { title, more, visitor, here, there, right } = words.differences;
  return (
    <List title={title} more={more} count={count} listed={differences.length} order="oldest" speech={speech}>
      <table className="differences">
        <Heads of={[[visitor], [here, 'side'], [there, 'side'], [right, 'last']]} />
        {differences.map((difference) => (
          <Difference key={difference.id} difference={difference} speech={speech} />
        ))}
      </table>
    </List>
  );
}
