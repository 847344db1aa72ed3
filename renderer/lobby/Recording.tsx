import type { ReactNode } from 'react';
import type { Purpose } from '../../electron/contract/lobby.ts';
import { Stage } from '../parts/Stage.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import type { Words } from '../words/words.ts';

/** The visitor has said yes; it is being written down, and nothing is said to be done before it is. */
export function Recording({ purpose, words }: { readonly purpose: Purpose; readonly words: Words }): ReactNode {
  return (
    <Stage kind="waiting" sentence={words.recording[purpose]}>
      <Waiting />
    </Stage>
  );
}
