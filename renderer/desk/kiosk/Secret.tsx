import type { ReactNode } from 'react';
import type { SettingOnPage } from '../../../electron/contract/desk-kiosk.ts';
import { longestSetting } from '../../../electron/contract/desk-limits.ts';
import type { SettingsWords } from '../../words/settings/words.ts';

/** A setting that is never shown: another can take its place, or none. */
export function Secret(props: {
  readonly id: string;
  readonly setting: SettingOnPage;
  readonly written: string | null | undefined;
  readonly describedBy: string;
  readonly onWrite: (text: string | null | undefined) => void;
  readonly said: SettingsWords;
}): ReactNode {
  const { id, setting, written, describedBy, onWrite, said } = props;
  const isSet = setting.next ? setting.next.isSet : setting.isSet;
  const name = `${id}-name`;
  if (typeof written === 'string')
    return (
      <p className="kiosk-secret">
        <input
          id={id}
          // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
          autoFocus
          type="password"
          autoComplete="off"
          spellCheck={false}
          maxLength={longestSetting}
          aria-describedby={describedBy}
          value={written}
          onChange={({ target }) => onWrite(target.value)}
        />
        <button type="button" aria-describedby={name} onClick={() => onWrite(undefined)}>
          {said.keep}
        </button>
      </p>
    );
  return (
    <p className="kiosk-secret">
      <span>{written === null ? said.willGo : isSet ? said.secretSet : said.secretNotSet}</span>
      {written === null ? (
        <button id={id} type="button" aria-describedby={name} onClick={() => onWrite(undefined)}>
          {said.keep}
        </button>
      ) : (
        <>
          <button type="button" aria-describedby={name} onClick={() => onWrite('')}>
            {isSet ? said.replace : said.set}
          </button>
          {isSet && (
            <button type="button" aria-describedby={name} onClick={() => onWrite(null)}>
              {said.remove}
            </button>
          )}
        </>
      )}
    </p>
  );
}
