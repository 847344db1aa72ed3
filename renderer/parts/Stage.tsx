import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** What a screen's sign means; never colour alone, there is always an icon and the sentence. */
export type Tone = 'good' | 'wait' | 'stop' | 'plain';

/** The frame of every lobby screen: a sentence at eye height, what belongs to it, and the actions where hands are. */
export function Stage(props: {
  readonly kind: string;
  readonly sentence: ReactNode;
  readonly sign?: { readonly icon: LucideIcon; readonly tone: Tone };
  readonly more?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}): ReactNode {
  const Sign = props.sign?.icon;
  return (
    <div className={`stage stage-${props.kind}`}>
      <div className="say">
        {Sign && (
          <div className={`sign ${props.sign?.tone}`}>
            <Sign aria-hidden="true" />
          </div>
        )}
        <h1>{props.sentence}</h1>
        {props.more && <p className="more">{props.more}</p>}
      </div>
      {props.children && <div className="matter">{props.children}</div>}
      {props.actions && (
        <div className="actions" aria-live="off">
          {props.actions}
        </div>
      )}
    </div>
  );
}
