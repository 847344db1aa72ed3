import { type ReactNode, useId } from 'react';
import type { SettingOnPage } from '../../../electron/contract/desk-kiosk.ts';
import { longestSetting } from '../../../electron/contract/desk-limits.ts';
import type { KioskWords } from '../../words/kiosk/words.ts';
import { Secret } from './Secret.tsx';
import { Swatch } from './Swatch.tsx';
import { keptValue } from './setting-value.ts';

interface Props {
  readonly setting: SettingOnPage;
  /** What is typed and not saved. */
  readonly written: string | null | undefined;
  /** Why it was refused, in English. */
  readonly fault: string | undefined;
  /** Undefined: as it was. */
  readonly onWrite: (text: string | null | undefined) => void;
  readonly words: KioskWords;
}

/** One setting: what it is, its control, and what waits for a restart. */
export function Setting({ setting, written, fault, onWrite, words }: Props): ReactNode {
  const { name, control, isGiven, isSecret, drawnAs, next } = setting;
  const said = words.settings;
  const told = words.setting[name] ?? { name, more: '' };
  const id = useId();
  const describedBy = `${id}-more${fault === undefined ? '' : ` ${id}-fault`}`;
  return (
    <div className={written === undefined ? 'kiosk-setting' : 'kiosk-setting changed'} data-setting={name}>
      <label htmlFor={id} id={`${id}-name`}>
        {told.name}
      </label>
      <div className="kiosk-control">
        {isGiven ? (
          <p id={id}>
            {control.kind === 'colour' && <Swatch colour={setting.value} />}
            <strong dir="auto">{isSecret ? said.secretSet : valueIn(setting, setting.value, words)}</strong> {said.given}
          </p>
        ) : isSecret ? (
          <Secret id={id} setting={setting} written={written} describedBy={describedBy} onWrite={onWrite} said={said} />
        ) : (
          <Control
            id={id}
            setting={setting}
            written={written}
            describedBy={describedBy}
            isWrong={fault !== undefined}
            onWrite={onWrite}
            words={words}
          />
        )}
        <p id={`${id}-more`} className="quiet">
          {told.more} <code>{name}</code>
        </p>
        {next && !isGiven && (
          <p className="kiosk-next">
            {!next.isSet
              ? said.nextNothing
              : next.value === undefined
                ? said.nextSecret
                : said.next(valueIn(setting, next.value, words))}
          </p>
        )}
        {drawnAs !== undefined && written === undefined && (
          <p className="kiosk-colour">
            <Swatch colour={drawnAs} />
            {said.drawnAs(drawnAs)}
          </p>
        )}
        {fault !== undefined && (
          <p id={`${id}-fault`} className="kiosk-fault">
            <strong>{said.fault}</strong> <span lang="en">{fault}</span>
          </p>
        )}
      </div>
    </div>
  );
}

function Control(
  props: Omit<Props, 'fault'> & { readonly id: string; readonly describedBy: string; readonly isWrong: boolean },
): ReactNode {
  const { id, setting, written, describedBy, isWrong, onWrite, words } = props;
  const { control, usual } = setting;
  const kept = keptValue(setting);
  const value = written ?? (written === null ? '' : kept);
  const write = (text: string) => onWrite(text === kept ? undefined : text === '' ? null : text);
  const common = { id, value, 'aria-describedby': describedBy, 'aria-invalid': isWrong };
  if (control.kind === 'choice' || control.kind === 'yesNo') {
    const values = control.kind === 'choice' ? control.values : ['1', '0'];
    return (
      <select {...common} onChange={({ target }) => write(target.value)}>
        <option value="">
          {usual === undefined ? words.settings.notSet : words.settings.usual(valueIn(setting, usual, words))}
        </option>
        {values.map((one) => (
          <option key={one} value={one}>
            {valueIn(setting, one, words)}
          </option>
        ))}
      </select>
    );
  }
  const field = (
    <input
      {...common}
      type="text"
      dir="auto"
      spellCheck={false}
      maxLength={longestSetting}
      inputMode={control.kind === 'number' ? 'numeric' : undefined}
      placeholder={usual}
      onChange={({ target }) => write(target.value)}
    />
  );
  if (control.kind !== 'colour') return field;
  return (
    <div className="kiosk-colour">
      <Swatch colour={value} />
      {field}
    </div>
  );
}

function valueIn({ name, control }: SettingOnPage, value: string | undefined, words: KioskWords): string {
  if (value === undefined) return words.settings.notSet;
  if (control.kind === 'yesNo') return value === '1' ? words.settings.yes : words.settings.no;
  return words.setting[name]?.values?.[value] ?? value;
}
