import { type ReactNode, useId } from 'react';
import type { DeskScreen } from '../../electron/contract/desk.ts';
import { Act } from './Act.tsx';
import { Causes } from './Causes.tsx';
import { Heads } from './Heads.tsx';
import { List } from './List.tsx';
import { allAgainRow, hasAllAgain, letterRow } from './needs.ts';
import type { Speech } from './speech.ts';
import { Text } from './Text.tsx';
import { When } from './When.tsx';

type Letter = DeskScreen['dead'][number];

/** What a receiver did not take, why, and the way to send it again: one, or all. */
export function DeadLetters(props: {
  readonly letters: readonly Letter[];
  readonly count: number;
  readonly speech: Speech;
}): ReactNode {
  const { letters, count, speech } = props;
  const { words } = speech;
  const { title, more, what, receiver, when, reason, action, allAgain } = words.dead;
  return (
    <List
      title={title}
      more={more}
      count={count}
      listed={letters.length}
      order="oldest"
      speech={speech}
      action={
        hasAllAgain(letters) && (
          <div className="acts" data-row={allAgainRow} tabIndex={-1}>
            <Act intent={{ kind: 'sendAgain' }} words={words.needs}>
              {allAgain}
            </Act>
          </div>
        )
      }
    >
      <Causes of={letters} speech={speech} />
      <table className="letters">
        <Heads
          of={[
            [what, 'what'],
            [words.differences.visitor, 'visitor'],
            [receiver, 'receiver'],
            [when, 'time'],
            [reason],
            [action, 'last'],
          ]}
        />
        <tbody>
          {letters.map((letter) => (
            <Row key={letterRow(letter)} letter={letter} speech={speech} />
          ))}
        </tbody>
      </table>
    </List>
  );
}

function Row({ letter, speech }: { readonly letter: Letter; readonly speech: Speech }): ReactNode {
  const { id, kind, name, receiver, at, failure, status } = letter;
  const words = speech.words.dead;
  const { said } = speech.cause(failure);
  const whatId = useId();
  return (
    <tr data-row={letterRow(letter)} tabIndex={-1}>
      <th scope="row" id={whatId}>
        {words.events[kind] ?? words.events.other}
      </th>
      <td>
        <Text>{name}</Text>
      </td>
      <td>{words.to[receiver]}</td>
      <td className="time">
        <When iso={at} speech={speech} />
      </td>
      <td>
        {said}
        {status !== undefined && `${speech.words.between}${words.status(String(status))}`}
      </td>
      <td className="acts">
        <Act intent={{ kind: 'sendAgain', letter: { id, receiver } }} words={speech.words.needs} about={whatId}>
          {words.again}
        </Act>
      </td>
    </tr>
  );
}
