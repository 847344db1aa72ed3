import type { ReactNode } from 'react';
import type { Intent } from '../../electron/contract/intent.ts';
import type { DeskWords } from '../words/desk/words.ts';
import { useAsked } from './use-asked.ts';

/** A button that asks main for one thing, once; it says so until main has answered, and says it when that takes too long. */
export function Act(props: {
  readonly intent: Intent;
  readonly words: DeskWords['needs'];
  /** The element that names what it is about. */
  readonly about?: string;
  readonly children: string;
}): ReactNode {
  const [asked, ask] = useAsked();
  const { asked: wait, late } = props.words;
  return (
    <>
      <button type="button" aria-disabled={asked === 'asked'} aria-describedby={props.about} onClick={() => ask(props.intent)}>
        {asked === 'asked' ? wait : props.children}
      </button>
      {asked === 'late' && <p role="status">{late}</p>}
    </>
  );
}
