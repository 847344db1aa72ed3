import type { ReactNode } from 'react';
import { Stage } from '../parts/Stage.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import type { Words } from '../words/words.ts';

/** The code was taken; main asks what it stands for. */
export function LookingUp({ words }: { readonly words: Words }): ReactNode {
  return (
    <Stage kind="waiting" sentence={words.lookingUp}>
      <Waiting />
    </Stage>
  );
}
