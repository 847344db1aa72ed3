import { LogIn, LogOut, type LucideIcon, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Purpose, Refusal } from '../../electron/contract/lobby.ts';
import { send } from '../bridge.ts';
import { Button } from '../parts/Button.tsx';
import { Stage } from '../parts/Stage.tsx';
import type { Words } from '../words/words.ts';
import { lookOf, type WayOn, wordsOf } from './refusals.ts';

const waysOn: Record<WayOn, { readonly icon: LucideIcon; readonly action: keyof Words['action'] }> = {
  tryAgain: { icon: RotateCcw, action: 'tryAgain' },
  checkOutInstead: { icon: LogOut, action: 'checkOut' },
  checkInInstead: { icon: LogIn, action: 'checkIn' },
};

/** It does not go on this way: why, in kind words, and the way that does. */
export function Refused(props: { readonly purpose: Purpose; readonly refusal: Refusal; readonly words: Words }): ReactNode {
  const { purpose, refusal, words } = props;
  const { icon, tone, wayOn } = lookOf(refusal.reason, purpose);
  const { sentence, more } = wordsOf(refusal, purpose, words, Date.now());
  return (
    <Stage
      kind="refused"
      sign={{ icon, tone }}
      sentence={sentence}
      more={more && <span className="clamped">{more}</span>}
      actions={
        <>
          {wayOn && (
            <Button kind="main" icon={waysOn[wayOn].icon} onPress={() => send({ kind: wayOn })}>
              {words.action[waysOn[wayOn].action]}
            </Button>
          )}
          <Button kind={wayOn ? 'other' : 'main'} onPress={() => send({ kind: 'done' })}>
            {words.action.done}
          </Button>
        </>
      }
    />
  );
}
