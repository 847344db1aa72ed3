import { type ReactNode, useId } from 'react';
import type { Speech } from './speech.ts';

/** A list of things to do, with how many there are in all, and which of them are listed where that is not all. */
export function List(props: {
  readonly title: string;
  readonly more: string;
  readonly count: number;
  readonly listed: number;
  /** Which of them those are that are listed. */
  readonly order: 'oldest' | 'newest';
  readonly speech: Speech;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const { title, more, count, listed, order, speech, action, children } = props;
  const { words, number } = speech;
  const id = useId();
  return (
    <section className="list" aria-labelledby={id}>
      <div className="head">
        <h3 id={id}>
          {title} <span className="count">{number(count)}</span>
        </h3>
        <p className="more">{more}</p>
        {action}
      </div>
      {children}
      {listed < count && <p className="shown">{words.inside[order](number(listed), number(count))}</p>}
    </section>
  );
}
