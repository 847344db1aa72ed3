import type { ReactNode } from 'react';
import type { Speech } from './speech.ts';

/** A moment: how long ago, and the exact time in its place while its row is pointed at or has the focus, or when exact times are wanted. */
export function When(props: { readonly iso: string; readonly speech: Speech; readonly say?: (when: string) => string }): ReactNode {
  const { iso, speech, say = (when) => when } = props;
  return (
    <time className="when" dateTime={iso}>
      <span className="ago">{say(speech.ago(iso))}</span>
      <span className="exact">{say(speech.exact(iso))}</span>
    </time>
  );
}
