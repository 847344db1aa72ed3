import type { ReactNode } from 'react';
import type { MusterRow } from '../../../electron/contract/desk-muster.ts';
import { Name } from '../../parts/Name.tsx';
import { Heads } from '../Heads.tsx';
import type { Speech } from '../speech.ts';
import type { Place } from './places.ts';

/** Somebody of a table: what they are called, and what is said of them besides. */
type Listed = Pick<MusterRow, 'name' | 'company' | 'host' | 'since'> & Partial<MusterRow>;

/** People in a table, by name; of a muster that is over (`ofMuster`: what came of these), with when each was found, or checked out. */
export function Present(props: {
  readonly people: readonly (Listed & { readonly key: string })[];
  readonly ofMuster?: Place;
  readonly speech: Speech;
}): ReactNode {
  const { people, ofMuster, speech } = props;
  const { columns, closed } = speech.words.muster;
  return (
    <table className="people">
      <Heads of={[[columns.name], [columns.company], [columns.host], [columns[headOf(ofMuster)], 'time']]} />
      <tbody>
        {people.map((person) => (
          <tr key={person.key}>
            <th scope="row">
              <Name>{person.name}</Name>
              {person.closedAt !== undefined && <span className="muster-closed"> {closed}</span>}
            </th>
            <td>{person.company !== undefined && <Name>{person.company}</Name>}</td>
            <td>{person.host !== undefined && <Name>{person.host}</Name>}</td>
            <td className="time">{timeOf(person, ofMuster, speech)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const headOf = (place: Place | undefined) => (place === 'found' ? 'seen' : place === 'left' ? 'left' : 'since');

function timeOf({ foundAt, leftAt, since }: Listed, place: Place | undefined, { exact }: Speech): string {
  const at = place === 'found' ? foundAt : place === 'left' ? leftAt : since;
  return at === undefined ? '' : exact(at);
}
