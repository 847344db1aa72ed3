import { CircleCheck, CirclePause } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Told } from '../../../electron/contract/desk-kiosk.ts';
import { send } from '../../bridge.ts';
import type { KioskWords } from '../../words/kiosk/words.ts';

/** Whether visitors can use the lobby, and the switch for it. */
export function LobbySwitch(props: {
  readonly isOut: boolean;
  readonly told: Told | undefined;
  readonly words: KioskWords;
}): ReactNode {
  const { isOut, told } = props;
  const said = props.words.lobby;
  const Icon = isOut ? CirclePause : CircleCheck;
  return (
    <section className="kiosk-part" aria-labelledby="kiosk-lobby">
      <h2 id="kiosk-lobby">{said.title}</h2>
      <p className={isOut ? 'state stop' : 'state good'} role="status">
        <Icon aria-hidden="true" className="icon" />
        <strong>{isOut ? said.out : said.open}</strong>
      </p>
      <p>{isOut ? said.outMore : said.openMore}</p>
      <p className="kiosk-acts">
        <button type="button" onClick={() => send({ kind: 'outOfOrder', isOut: !isOut })}>
          {isOut ? said.putBack : said.putOut}
        </button>
      </p>
      {told?.of === 'outOfOrder' && !told.isKept && <p role="alert">{said.notKept}</p>}
    </section>
  );
}
