import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** One line of what is known of a visit. */
export interface Fact {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly value: ReactNode;
}

/** What is known of a visit, line by line. */
export function Facts(props: { readonly facts: readonly Fact[] }): ReactNode {
  if (props.facts.length === 0) return null;
  return (
    <dl className="facts">
      {props.facts.map(({ icon: Icon, label, value }) => (
        <div className="fact" key={label}>
          <dt>
            <Icon aria-hidden="true" className="icon" />
            {label}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
