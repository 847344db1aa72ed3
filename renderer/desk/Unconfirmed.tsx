import { type ReactNode, useId } from 'react';
import type { Person } from '../../electron/contract/desk.ts';
import { Act } from './Act.tsx';
import { Heads } from './Heads.tsx';
import { List } from './List.tsx';
import type { Speech } from './speech.ts';
import { Text } from './Text.tsx';
import { When } from './When.tsx';

/** Whose visits the kiosk closed by itself: each stays here, and among those in the building, until a person has seen that they have left. */
export function Unconfirmed(props: {
  readonly people: readonly Person[];
  readonly count: number;
  readonly speech: Speech;
}): ReactNode {
  const { people, count, speech } = props;
  const { words } = speech;
  const { title, more, checkedIn, closed, action } = words.unconfirmed;
  const { name, company, host } = words.inside;
  return (
    <List title={title} more={more} count={count} listed={people.length} order="newest" speech={speech}>
      <table className="people unconfirmed">
        <Heads of={[[name], [company], [host], [checkedIn, 'time'], [closed, 'time'], [action, 'last']]} />
        <tbody>
          {people.map((person) => (
            <Row key={person.visitId} person={person} speech={speech} />
          ))}
        </tbody>
      </table>
    </List>
  );
}

function Row({ person, speech }: { readonly person: Person; readonly speech: Speech }): ReactNode {
  const { visitId, name, company, host, checkedInAt, closedAt } = person;
  const { checkedIn, closed, confirm } = speech.words.unconfirmed;
  const id = useId();
  return (
    <tr data-row={`visit-${visitId}`} tabIndex={-1}>
      <th scope="row" id={id}>
        <Text>{name}</Text>
      </th>
      <td>
        <Text>{company}</Text>
      </td>
      <td>
        <Text>{host}</Text>
      </td>
      <td className="labelled" data-label={checkedIn}>
        <When iso={checkedInAt} speech={speech} />
      </td>
      <td className="labelled" data-label={closed}>
        {closedAt !== undefined && <When iso={closedAt} speech={speech} />}
      </td>
      <td className="acts">
        <Act intent={{ kind: 'confirmLeft', visit: visitId }} words={speech.words.needs} about={id}>
          {confirm}
        </Act>
      </td>
    </tr>
  );
}
