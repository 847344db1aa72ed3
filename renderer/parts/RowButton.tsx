import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** A secondary thing in the row at the bottom edge. */
export function RowButton(props: {
  readonly icon: LucideIcon;
  readonly pressed?: boolean;
  readonly onPress: () => void;
  readonly children: string;
}): ReactNode {
  return (
    <button type="button" aria-pressed={props.pressed} onClick={props.onPress}>
      <props.icon aria-hidden="true" className="icon" />
      <span>{props.children}</span>
    </button>
  );
}
