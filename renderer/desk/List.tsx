import { type ReactNode, useId } from 'react';

/** A list of things to do, with how many there are in all. */
export function List(props: {
  readonly title: string;
  readonly more: string;
  readonly count: string;
  /** Said where not all of them are shown. */
  readonly shown?: string | undefined;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className="list" aria-labelledby={id}>
      <div className="head">
        <h3 id={id}>
          {props.title} <span className="count">{props.count}</span>
        </h3>
        <p className="more">{props.more}</p>
        {props.action}
      </div>
      {props.children}
      {props.shown !== undefined && <p className="shown">{props.shown}</p>}
    </section>
  );
}
