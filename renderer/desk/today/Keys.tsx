import { type ReactNode, useEffect, useRef } from 'react';
import type { TodayWords } from '../../words/today/words.ts';

/** The keys of the desk, and whether the single ones are used. */
export function Keys(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly isUsed: boolean;
  readonly onUse: (isUsed: boolean) => void;
  readonly words: TodayWords['keys'];
}): ReactNode {
  const { isOpen, onClose, isUsed, onUse, words } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="shortcuts" aria-labelledby="shortcuts" onClose={onClose}>
      <h2 id="shortcuts">{words.title}</h2>
      <dl>
        {words.does.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label>
        <input type="checkbox" checked={isUsed} onChange={({ target }) => onUse(target.checked)} />
        {words.use}
      </label>
      <button type="button" className="main" onClick={onClose}>
        {words.close}
      </button>
    </dialog>
  );
}
