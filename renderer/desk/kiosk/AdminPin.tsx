import { type ReactNode, type SubmitEvent, useId, useState } from 'react';
import type { AdministrationShown } from '../../../electron/contract/desk-kiosk.ts';
import { send } from '../../bridge.ts';
import { PinSaid } from '../../parts/PinSaid.tsx';
import { useSecondsLeft } from '../../parts/use-seconds-left.ts';
import type { KioskWords } from '../../words/kiosk/words.ts';

const most = 12;

/** Asks for an administrator's PIN. It is in this component alone, and gone with it and with each try. */
export function AdminPin(props: {
  readonly door: Extract<AdministrationShown, { state: 'closed' }>;
  readonly words: KioskWords['admin'];
}): ReactNode {
  const { door, words } = props;
  const [pin, setPin] = useState('');
  const id = useId();
  const isLooking = door.pin === 'looking';
  const left = useSecondsLeft(door.wait, isLooking);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (pin === '' || isLooking || left > 0) return;
    send({ kind: 'adminPin', pin });
    setPin('');
  };
  return (
    <section className="kiosk-part" aria-labelledby="kiosk-admin">
      <h2 id="kiosk-admin">{words.title}</h2>
      {door.exists ? (
        <>
          <p>{words.more}</p>
          <form className="kiosk-pin" autoComplete="off" noValidate onSubmit={submit}>
            <label htmlFor={id}>{words.field}</label>
            <input
              id={id}
              type="password"
              inputMode="numeric"
              autoComplete="off"
              maxLength={most}
              aria-describedby={`${id}-more`}
              value={pin}
              onChange={({ target }) => setPin(target.value.replace(/\D/g, '').slice(0, most))}
            />
            <button type="submit" className="main" aria-disabled={isLooking || left > 0}>
              {words.enter}
            </button>
            <p id={`${id}-more`} role="status">
              <PinSaid
                said={door.pin === 'looking' || door.pin === 'wrong' ? words.state[door.pin] : ''}
                wait={left > 0 ? words.wait(left) : ''}
              />
            </p>
          </form>
          <p className="quiet">{words.forgotten}</p>
        </>
      ) : (
        <p>{words.nobody}</p>
      )}
      <p>
        <code dir="ltr">npm start -- --set-pin NAME --admin</code>
      </p>
    </section>
  );
}
