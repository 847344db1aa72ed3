import { type ReactNode, useId, useRef, useState } from 'react';
import type { DifferenceShown } from '../../electron/contract/desk.ts';
import type { Decision } from '../words/differences/words.ts';
import { Deciding } from './Deciding.tsx';
import { hereSays, thereSays } from './sides.ts';
import type { Speech } from './speech.ts';
import { Text } from './Text.tsx';
import { When } from './When.tsx';

const decisions: readonly Decision[] = ['ours', 'theirs', 'note'];

/** One visitor of whom two things are said. What is chosen opens below it, and is recorded only from there. */
export function Difference({ difference, speech }: { readonly difference: DifferenceShown; readonly speech: Speech }): ReactNode {
  const { id, kind, name, company, at } = difference;
  const words = speech.words.differences;
  const [chosen, setChosen] = useState<Decision>();
  const buttons = useRef<HTMLFieldSetElement>(null);
  const nameId = useId();
  const cancel = () => {
    buttons.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    setChosen(undefined);
  };
  return (
    <tbody data-row={`difference-${id}`} tabIndex={-1}>
      <tr>
        <th scope="row" id={nameId}>
          <div className="name">
            <Text>{name}</Text>
          </div>
          <div className="aside">
            {company !== undefined && <Text>{company}</Text>}
            {words.kind[kind]} · <When iso={at} speech={speech} />
          </div>
        </th>
        <td className="side" data-label={words.here}>
          <Lines lines={hereSays(difference, speech)} />
        </td>
        <td className="side" data-label={words.there}>
          <Lines lines={thereSays(difference, speech)} />
        </td>
        <td className="acts">
          <fieldset ref={buttons} aria-labelledby={nameId}>
            {decisions.map((decision) => (
              <button
                key={decision}
                type="button"
                aria-expanded={chosen === decision}
                onClick={() => setChosen(chosen === decision ? undefined : decision)}
              >
                {words.decision[decision]}
              </button>
            ))}
          </fieldset>
        </td>
      </tr>
      {chosen !== undefined && (
        <tr className="deciding">
          <td colSpan={4}>
            <Deciding key={chosen} difference={difference} decision={chosen} words={speech.words} onCancel={cancel} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return lines.map((line) => <p key={line}>{line}</p>);
}
