import { ArrowLeft, ArrowRight } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import type { LobbyScreen } from '../../electron/contract/lobby.ts';
import { send } from '../bridge.ts';
import { Button } from '../parts/Button.tsx';
import { PinPad } from '../parts/PinPad.tsx';
import { PinSaid } from '../parts/PinSaid.tsx';
import { Stage } from '../parts/Stage.tsx';
import { usePin } from '../parts/use-pin.ts';
import type { Words } from '../words/words.ts';

/** Staff give their PIN. */
export function Staff({ screen, words }: { screen: Extract<LobbyScreen, { kind: 'staff' }>; words: Words }): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const given = usePin(screen, words.staff, words.staff.more);
  return (
    <form autoComplete="off" noValidate onSubmit={given.submit}>
      <Stage
        kind="staff"
        sentence={words.staff.sentence}
        more={
          <span id="pin-more">
            <PinSaid said={given.said} wait={given.wait} />
          </span>
        }
        actions={
          <>
            <Button kind="main" icon={ArrowRight} submit>
              {words.action.continue}
            </Button>
            <Button icon={ArrowLeft} onPress={() => send({ kind: 'back' })}>
              {words.action.back}
            </Button>
          </>
        }
      >
        <PinPad given={given} field={field} describedBy="pin-more" words={words} />
      </Stage>
    </form>
  );
}
