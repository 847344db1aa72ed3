import { Check, ConciergeBell, IdCard, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PrintShown } from '../../electron/contract/lobby.ts';
import type { PrintWords } from '../words/words.ts';
import { Waiting } from './Waiting.tsx';

const signs = {
  printing: { icon: Printer, tone: 'wait' },
  take: { icon: Check, tone: 'good' },
  sent: { icon: Printer, tone: 'wait' },
  collect: { icon: ConciergeBell, tone: 'wait' },
  shown: { icon: IdCard, tone: 'good' },
} as const;

/**
 * What a badge or a slip is doing: only what is known, and where the showing printer stands in for a real one, the badge itself. `children`: what
 * stands in for one that did not surely come out. Printing that takes longer than a second is seen to go on.
 */
export function PrintState(props: {
  readonly print: PrintShown;
  readonly words: PrintWords;
  readonly children?: ReactNode;
}): ReactNode {
  const { print, words } = props;
  const { icon: Icon, tone } = signs[print.state];
  return (
    <figure className={`print ${print.state}`}>
      <figcaption>
        <Icon aria-hidden="true" className={`icon ${tone}`} />
        <span>{words[print.state]}</span>
        {print.state === 'printing' && <Waiting />}
      </figcaption>
      {props.children}
      {print.state === 'shown' && (
        <div className="slot">
          <img src={print.picture} alt={words.shown} draggable={false} />
        </div>
      )}
    </figure>
  );
}
