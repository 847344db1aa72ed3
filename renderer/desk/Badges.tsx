import { type ReactNode, useId } from 'react';
import type { PrintListed } from '../../electron/contract/desk-prints.ts';
import { isOnItsWay } from '../../electron/contract/printing.ts';
import { Act } from './Act.tsx';
import { Causes } from './Causes.tsx';
import { Heads } from './Heads.tsx';
import { List } from './List.tsx';
import { badgeRow } from './needs.ts';
import type { Speech } from './speech.ts';
import { Text } from './Text.tsx';
import { When } from './When.tsx';

/** Whose badge did not surely come out: another is printed, or somebody has handed one over. Nothing is printed again by itself. */
export function Badges(props: {
  readonly badges: readonly PrintListed[];
  readonly count: number;
  readonly speech: Speech;
}): ReactNode {
  const { badges, count, speech } = props;
  const { words } = speech;
  const { title, more, what, action } = words.badges;
  return (
    <List title={title} more={more} count={count} listed={badges.length} order="oldest" speech={speech}>
      <Causes of={badges} speech={speech} />
      <table className="people badges">
        <Heads of={[[words.inside.name, 'visitor'], [words.dead.when, 'time'], [what], [action, 'last']]} />
        <tbody>
          {badges.map((badge) => (
            <Row key={badge.visitId} badge={badge} speech={speech} />
          ))}
        </tbody>
      </table>
    </List>
  );
}

function Row({ badge, speech }: { readonly badge: PrintListed; readonly speech: Speech }): ReactNode {
  const { id: print, name, at } = badge;
  const { words } = speech;
  const { again, handedOver } = words.badges;
  const id = useId();
  return (
    <tr data-row={badgeRow(badge)} tabIndex={-1}>
      <th scope="row" id={id}>
        <Text>{name}</Text>
      </th>
      <td className="time">
        <When iso={at} speech={speech} />
      </td>
      <td role={isOnItsWay(badge) ? 'status' : undefined}>{happenedTo(badge, speech)}</td>
      <td className="acts">
        {!isOnItsWay(badge) && (
          <fieldset aria-labelledby={id}>
            <Act key={`again ${print}`} intent={{ kind: 'printAgain', print }} words={words.needs} about={id}>
              {again}
            </Act>
            <Act key={`handed ${print}`} intent={{ kind: 'handedOver', print }} words={words.needs} about={id}>
              {handedOver}
            </Act>
          </fieldset>
        )}
      </td>
    </tr>
  );
}

/** What is known of a badge, in a sentence. */
function happenedTo(badge: PrintListed, { words, cause }: Speech): string {
  const { printing, stoppedWhile, stoppedBefore } = words.badges;
  if (isOnItsWay(badge)) return printing;
  if (badge.failure !== undefined) return cause(badge.failure).said;
  return badge.state === 'unknown' ? stoppedWhile : stoppedBefore;
}
