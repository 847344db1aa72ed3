import { ArrowLeft, ArrowRight, Delete } from 'lucide-react';
import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { LobbyScreen } from '../../electron/contract/screen.ts';
import { send } from '../bridge.ts';
import { Button } from '../parts/Button.tsx';
import { Stage } from '../parts/Stage.tsx';
import { useSecondsLeft } from '../parts/use-seconds-left.ts';
import type { Words } from '../words/words.ts';
import '../style/staff.css';

const most = 12;
const rows = ['123', '456', '789'] as const;
const keepFocus = (event: React.PointerEvent) => event.preventDefault();

/** Staff give their PIN. It is in this component alone, and gone with it and with each try. */
export function Staff({ screen, words }: { screen: Extract<LobbyScreen, { kind: 'staff' }>; words: Words }): ReactNode {
  const [pin, setPin] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const isLooking = screen.state === 'looking';
  const left = useSecondsLeft(screen.wait, isLooking);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (pin === '' || isLooking || left > 0) return;
    send({ kind: 'pin', pin });
    setPin('');
  };
  const type = (digits: string) => setPin(digits.replace(/\D/g, '').slice(0, most));
  const key = (digit: string) => (
    <button type="button" key={digit} onPointerDown={keepFocus} onClick={() => type(pin + digit)}>
      {digit}
    </button>
  );
  return (
    <form autoComplete="off" noValidate onSubmit={submit}>
      <Stage
        kind="staff"
        sentence={words.staff.sentence}
        more={<span id="pin-more">{moreOf(screen, left, words.staff)}</span>}
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
        <div className="pin">
          <input
            ref={field}
            type="password"
            name="pin"
            aria-label={words.staff.field}
            aria-describedby="pin-more"
            value={pin}
            maxLength={most}
            inputMode="none"
            autoComplete="off"
            onChange={(event) => type(event.target.value)}
          />
          <fieldset className="digits" aria-label={words.type.keyboard}>
            {rows.map((row) => Array.from(row, key))}
            <span />
            {key('0')}
            <button type="button" onPointerDown={keepFocus} onClick={() => setPin(pin.slice(0, -1))} aria-label={words.type.delete}>
              <Delete aria-hidden="true" className="icon" />
            </button>
          </fieldset>
        </div>
      </Stage>
    </form>
  );
}

function moreOf({ state }: Extract<LobbyScreen, { kind: 'staff' }>, left: number, words: Words['staff']): string {
  if (state === 'looking') return words.looking;
  if (left > 0) return state === 'wrong' ? `${words.wrong} ${words.wait(left)}` : words.wait(left);
  return state === 'wrong' ? words.wrong : words.more;
}
