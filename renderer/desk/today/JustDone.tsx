import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DayRow } from '../../../electron/contract/desk-today.ts';
import type { DeskWords } from '../../words/desk/words.ts';
import { Act } from '../Act.tsx';

/** What was asked for last, of whom. */
export interface Done {
  readonly kind: 'visitIn' | 'visitOut';
  readonly badge: string;
  readonly name: string;
}

/** Says what was done once main says that it is so, with a way back in place of a question before. */
export function JustDone(props: {
  readonly done: Done | undefined;
  readonly rows: readonly DayRow[];
  readonly words: DeskWords;
}): ReactNode {
  const { done, rows, words } = props;
  const { today } = words;
  const row = done && rows.find(({ badge }) => badge === done.badge);
  const isSo = row?.state === (done?.kind === 'visitIn' ? 'inside' : 'left');
  return (
    <div className="just-done" role="status" data-row="done" tabIndex={-1}>
      {done && isSo && (
        <>
          <CircleCheck aria-hidden="true" className="icon good" />
          <span>{done.kind === 'visitIn' ? today.done.in(done.name) : today.done.out(done.name)}</span>
          {row.visit !== undefined && (
            <Act
              key={`${done.kind} ${row.visit}`}
              intent={{
                ...{ kind: 'correct', visit: row.visit, reason: today.undone },
                what: done.kind === 'visitIn' ? 'notIn' : 'notOut',
              }}
              words={words.needs}
            >
              {today.done.undo}
            </Act>
          )}
        </>
      )}
    </div>
  );
}
