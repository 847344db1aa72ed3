import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** A big action of the lobby: what it does in words, an icon for the eye. `main` is the one that most people want. */
export function Button(props: {
  readonly icon?: LucideIcon;
  readonly kind?: 'main' | 'other';
  readonly onPress?: () => void;
  readonly submit?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const Icon = props.icon;
  return (
    <button type={props.submit ? 'submit' : 'button'} className={`button ${props.kind ?? 'other'}`} onClick={props.onPress}>
      {Icon && <Icon aria-hidden="true" className="icon" />}
      <span>{props.children}</span>
    </button>
  );
}
