import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PrintShown } from '../../electron/contract/lobby.ts';
import { send } from '../bridge.ts';
import { Button } from '../parts/Button.tsx';
import { PrintState } from '../parts/PrintState.tsx';
import { Stage } from '../parts/Stage.tsx';
import type { Words } from '../words/words.ts';

/** The visitor has left; where the site prints a slip, what that is doing. */
export function CheckedOut({ slip, words }: { readonly slip: PrintShown | undefined; readonly words: Words }): ReactNode {
  return (
    <Stage
      kind="done"
      sign={{ icon: Check, tone: 'good' }}
      sentence={words.checkedOut.sentence}
      more={words.checkedOut.more}
      actions={
        <Button kind="main" onPress={() => send({ kind: 'done' })}>
          {words.action.done}
        </Button>
      }
    >
      {slip && <PrintState print={slip} words={words.slip} />}
    </Stage>
  );
}
