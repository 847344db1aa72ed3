import { ConciergeBell, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { send } from '../bridge.ts';
import { useScreen } from '../store.ts';
import type { Words } from '../words/words.ts';
import { Button } from './Button.tsx';

const close = () => useScreen.setState({ helpOpen: false });

/** A few words on how to go on; where a person is at the desk, they can be called, and only then it says so. */
export function Help(props: { readonly words: Words['help']; readonly reception: Snapshot['reception'] }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-sentence" onClose={close}>
      <h2 id="help-sentence">{props.words.sentence}</h2>
      {props.words.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {props.reception === 'reachable' && (
        <Button icon={ConciergeBell} onPress={() => send({ kind: 'callStaff' })}>
          {props.words.call}
        </Button>
      )}
      <p role="status">{props.reception === 'called' && props.words.called}</p>
      <Button kind="main" icon={X} onPress={close}>
        {props.words.close}
      </Button>
    </dialog>
  );
}
