import type { ReactNode } from 'react';
import type { MusterRow } from '../../../electron/contract/desk-muster.ts';
import { Name } from '../../parts/Name.tsx';
import { Heads } from '../Heads.tsx';
import type { Speech } from '../speech.ts';
import { placeOf } from './places.ts';

/** Somebody of a table: what they are called, and what is said of them besides. */
type Listed = Pick<MusterRow, 'name' | 'company' | 'host' | 'since'> & Partial<MusterRow>;

/** People in a table, by name; of a muster that is over, with when each was found. */
export function Present(props: {
  readonly people: readonly (Listed & { readonly key: string })[];
  readonly ofMuster: boolean;
  readonly speech: Speech;
}): ReactNode {
  const { people, ofMuster, speech } = props;
  const { columns, closed } = speech.words.muster;
  return (
    <table className="people">
      <Heads of={[[columns.name], [columns.company], [columns.host], [ofMuster ? columns.seen : columns.since, 'time']]} />
      <tbody>
        {people.map((person) => (
          <tr key={person.key}>
            <th scope="row">
              <Name>{person.name}</Name>
              {person.closedAt !== undefined && <span className="muster-closed"> {closed}</span>}
            </th>
            <td>{person.company !== undefined && <Name>{person.company}</Name>}</td>
            <td>{person.host !== undefined && <Name>{person.host}</Name>}</td>
            <td className="time">{ofMuster ? seen(person, speech) : person.since !== undefined && speech.exact(person.since)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function seen(person: Listed, { words, exact }: Speech): string {
  const { foundAt, leftAt } = person;
  const place = placeOf({ visit: '', ...person });
  if (place === 'found' && foundAt !== undefined) return exact(foundAt);
  return place === 'left' && leftAt !== undefined ? words.muster.left(exact(leftAt)) : '';
}
