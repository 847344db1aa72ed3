import { type ReactNode, type SubmitEvent, useId, useState } from 'react';
import type { Told } from '../../../electron/contract/desk-kiosk.ts';
import { longestPath, longestSetting } from '../../../electron/contract/desk-limits.ts';
import { send } from '../../bridge.ts';
import type { KioskWords } from '../../words/kiosk/words.ts';
import { Written } from './Written.tsx';

/** The settings as a file, out and in. A file is named, not chosen: the page opens none (rule WIN-7). */
export function SettingsFile({ told, words }: { readonly told: Told | undefined; readonly words: KioskWords }): ReactNode {
  const said = words.transfer;
  const [path, setPath] = useState('');
  const [text, setText] = useState('');
  const id = useId();
  const answer = told?.of === 'import' ? told : undefined;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (path.trim() !== '') send({ kind: 'importSettings', path: path.trim() });
    else if (text.trim() !== '') send({ kind: 'importText', text });
  };
  return (
    <section className="kiosk-file" aria-labelledby="kiosk-file">
      <h2 id="kiosk-file">{said.title}</h2>
      <p>{said.more}</p>
      <p className="kiosk-acts">
        <button type="button" onClick={() => send({ kind: 'exportSettings' })}>
          {said.export}
        </button>
      </p>
      <Written of="export" told={told} words={words.file} />
      <form className="kiosk-lines" autoComplete="off" noValidate onSubmit={submit}>
        <label htmlFor={`${id}-path`}>{said.path}</label>
        <input
          id={`${id}-path`}
          type="text"
          dir="ltr"
          spellCheck={false}
          maxLength={longestPath}
          value={path}
          onChange={({ target }) => setPath(target.value)}
        />
        <label htmlFor={`${id}-text`}>{said.text}</label>
        <textarea
          id={`${id}-text`}
          dir="ltr"
          rows={4}
          spellCheck={false}
          maxLength={longestSetting}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit" aria-disabled={path.trim() === '' && text.trim() === ''}>
          {said.import}
        </button>
        <p role="status" className="kiosk-told">
          {answer && !answer.fault && said.imported}
          {answer?.fault && (
            <>
              <strong>{said.refused}</strong> {words.setting[answer.fault.name]?.name ?? answer.fault.name}:{' '}
              <span lang="en">{answer.fault.message}</span>
            </>
          )}
        </p>
      </form>
    </section>
  );
}
