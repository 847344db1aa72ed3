import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { Tone } from '../parts/Stage.tsx';

/** One thing that is watched: its state as icon, colour and word, and what belongs to it. */
export function Status(props: {
  readonly title: string;
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly state: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  const Icon = props.icon;
  return (
    <section className="status" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <p className={`state ${props.tone}`}>
        <Icon aria-hidden="true" className="icon" />
        <strong>{props.state}</strong>
      </p>
      {props.children}
    </section>
  );
}
