import type { ReactNode } from 'react';
import type { DeskScreen, Person } from '../../electron/contract/desk.ts';
import { Heads } from './Heads.tsx';
import type { Speech } from './speech.ts';
import { Text } from './Text.tsx';
import { When } from './When.tsx';

/** Who is in the building, the newest first, and how many have left. Who is to be confirmed is counted here, and listed with what to do. */
export function Inside(props: {
  readonly inside: readonly Person[];
  readonly counts: DeskScreen['counts'];
  readonly speech: Speech;
}): ReactNode {
  const { inside, counts, speech } = props;
  const { words, number } = speech;
  const { title, nobody, unconfirmed, left, name, company, host, since, newest } = words.inside;
  const isAll = counts.inside <= inside.length;
  return (
    <section className="inside" aria-labelledby="inside">
      <div className="head">
        <h2 id="inside">
          {title} <span className="count">{number(counts.inside + counts.unconfirmed)}</span>
        </h2>
        {counts.unconfirmed > 0 && <p>{unconfirmed(counts.unconfirmed, number(counts.unconfirmed))}</p>}
        <p>{left(counts.left, number(counts.left))}</p>
      </div>
      {counts.inside + counts.unconfirmed === 0 && <p className="nothing">{nobody}</p>}
      {inside.length > 0 && (
        <table className="people">
          <Heads of={[[name], [company], [host], [since, 'time']]} />
          <tbody>
            {inside.map((person) => (
              <Row key={person.visitId} person={person} speech={speech} />
            ))}
          </tbody>
        </table>
      )}
      {!isAll && <p className="shown">{newest(number(inside.length), number(counts.inside))}</p>}
    </section>
  );
}

function Row({ person, speech }: { readonly person: Person; readonly speech: Speech }): ReactNode {
  const { name, company, host, checkedInAt } = person;
  return (
    <tr>
      <th scope="row">
        <Text>{name}</Text>
      </th>
      <td>
        <Text>{company}</Text>
      </td>
      <td>
        <Text>{host}</Text>
      </td>
      <td className="time">
        <When iso={checkedInAt} speech={speech} />
      </td>
    </tr>
  );
}
