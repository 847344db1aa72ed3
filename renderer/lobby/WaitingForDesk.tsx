import { ArrowLeft, ConciergeBell } from 'lucide-react';
import type { ReactNode } from 'react';
import { send } from '../bridge.ts';
import { Button } from '../parts/Button.tsx';
import { Stage } from '../parts/Stage.tsx';
import type { Words } from '../words/words.ts';

/** A person at the desk has been asked; it ends by itself where nobody answers. */
export function WaitingForDesk({ words }: { readonly words: Words }): ReactNode {
  return (
    <Stage
      kind="waiting"
      sign={{ icon: ConciergeBell, tone: 'wait' }}
      sentence={words.waiting.sentence}
      more={words.waiting.more}
      actions={
        <Button icon={ArrowLeft} onPress={() => send({ kind: 'back' })}>
          {words.action.back}
        </Button>
      }
    />
  );
}
