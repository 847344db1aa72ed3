import { CircleAlert, CircleCheck, type LucideIcon, TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { PrinterShown } from '../../electron/contract/desk-prints.ts';
import type { Tone } from '../parts/Stage.tsx';
import { isolated } from '../words/names.ts';
import { Act } from './Act.tsx';
import { Cause } from './Cause.tsx';
import { Status } from './Status.tsx';
import type { Speech } from './speech.ts';
import { When } from './When.tsx';

type Look = readonly [icon: LucideIcon, tone: Tone, state: 'stopped' | 'warned' | 'ready'];

/** Whether a printer can print, what it asks for, and how much of its roll is used. */
export function PrinterStatus({ printer, speech }: { readonly printer: PrinterShown; readonly speech: Speech }): ReactNode {
  const { name, failure, warnings, media, labels, since } = printer;
  const { words, number } = speech;
  const { title, warning, newRoll, ...said } = words.printers;
  const id = useId();
  const [icon, tone, state]: Look =
    failure !== undefined
      ? [TriangleAlert, 'stop', 'stopped']
      : warnings.length > 0
        ? [CircleAlert, 'wait', 'warned']
        : [CircleCheck, 'good', 'ready'];
  return (
    <Status title={title(isolated(name))} icon={icon} tone={tone} state={said[state]}>
      {warnings.map((each) => (
        <p key={each}>{warning[each]}</p>
      ))}
      {media !== undefined && <p>{said.media(isolated(media))}</p>}
      <div className="roll">
        <p id={id}>
          {said.labels(labels, number(labels))}
          {since !== undefined && (
            <>
              {' · '}
              <When iso={since} speech={speech} say={said.since} />
            </>
          )}
        </p>
        <Act key={`${labels} ${since}`} intent={{ kind: 'rollChanged', printer: name }} words={words.needs} about={id}>
          {newRoll}
        </Act>
      </div>
      {failure !== undefined && <Cause code={failure} speech={speech} />}
    </Status>
  );
}
