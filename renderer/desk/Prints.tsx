import { type ReactNode, useId, useState } from 'react';
import type { PrintListed, PrintsPage } from '../../electron/contract/desk-prints.ts';
import { send } from '../bridge.ts';
import { Act } from './Act.tsx';
import { Heads } from './Heads.tsx';
import type { Speech } from './speech.ts';
import { Text } from './Text.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { When } from './When.tsx';

/** So many are seen without asking for more. */
const few = 6;

/** What was printed last, the newest first, with the very picture of it for whoever asks; another badge for whoever lost one. */
export function Prints(props: {
  readonly prints: readonly PrintListed[];
  readonly picture: PrintsPage['picture'];
  readonly speech: Speech;
}): ReactNode {
  const { prints, picture, speech } = props;
  const { words, number } = speech;
  const { title, none, what, printer, look, all, fewer } = words.prints;
  const [isAll, setIsAll] = useState(false);
  const listed = prints.slice(0, isAll ? undefined : few);
  const kept = useKeptFocus(listed.map(rowOf));
  return (
    <section className="prints" aria-labelledby="prints" {...kept}>
      <div className="head">
        <h2 id="prints" tabIndex={-1}>
          {title}
        </h2>
      </div>
      {prints.length === 0 && <p className="nothing">{none}</p>}
      {prints.length > 0 && (
        <table className="people">
          <Heads of={[[words.inside.name, 'visitor'], [words.dead.when, 'time'], [what], [printer, 'printer'], [look, 'last']]} />
          {listed.map((print) => (
            <Print key={print.id} print={print} picture={picture} speech={speech} />
          ))}
        </table>
      )}
      {prints.length > few && (
        <p className="shown">
          <button type="button" aria-expanded={isAll} onClick={() => setIsAll(!isAll)}>
            {isAll ? fewer : all(number(prints.length))}
          </button>
        </p>
      )}
    </section>
  );
}

/** One print; what it looks like opens below it. */
function Print(props: {
  readonly print: PrintListed;
  readonly picture: PrintsPage['picture'];
  readonly speech: Speech;
}): ReactNode {
  const { print, picture, speech } = props;
  const { id, name, at, printer, hasPicture, mayRepeat } = print;
  const { words } = speech;
  const nameId = useId();
  const isOpen = picture?.print === id;
  return (
    <tbody>
      <tr data-row={rowOf(print)} tabIndex={-1}>
        <th scope="row" id={nameId}>
          <Text>{name}</Text>
        </th>
        <td className="time">
          <When iso={at} speech={speech} />
        </td>
        <td>{knownOf(print, speech)}</td>
        <td>
          <Text>{printer}</Text>
        </td>
        <td className="acts">
          <fieldset aria-labelledby={nameId}>
            {hasPicture && (
              <button
                type="button"
                aria-expanded={isOpen}
                onClick={() => send(isOpen ? { kind: 'picture' } : { kind: 'picture', print: id })}
              >
                {words.prints.picture}
              </button>
            )}
            {mayRepeat && (
              <Act intent={{ kind: 'printAgain', print: id }} words={words.needs} about={nameId}>
                {words.badges.again}
              </Act>
            )}
          </fieldset>
        </td>
      </tr>
      {isOpen && (
        <tr className="deciding">
          <td colSpan={5}>
            {picture.source === undefined ? (
              words.prints.noPicture
            ) : (
              <img src={picture.source} alt={words.prints.pictureOf(name)} draggable={false} />
            )}
          </td>
        </tr>
      )}
    </tbody>
  );
}

const rowOf = ({ id }: PrintListed): string => `print-${id}`;

/** All that is known of a print, as one line. */
function knownOf({ kind, state, isReprint, isReplaced, handedOverAt }: PrintListed, { words, exact }: Speech): string {
  const said = words.prints;
  return [
    `${said.kind[kind]}${words.between}${said.state[state]}`,
    isReprint && said.reprint,
    isReplaced && said.replaced,
    handedOverAt !== undefined && said.handedOver(exact(handedOverAt)),
  ]
    .filter((part) => part !== false)
    .join(' · ');
}
