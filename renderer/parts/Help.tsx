import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useScreen } from '../store.ts';
import type { Words } from '../words/words.ts';
import { Button } from './Button.tsx';

const close = () => useScreen.setState({ helpOpen: false });

/** A few words on how to go on. It does not say that anybody was called: nobody was. */
export function Help(props: { readonly words: Words['help'] }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-sentence" onClose={close}>
      <h2 id="help-sentence">{props.words.sentence}</h2>
      {props.words.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Button kind="main" icon={X} onPress={close}>
        {props.words.close}
      </Button>
    </dialog>
  );
}
