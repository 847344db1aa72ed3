import { type ReactNode, type SubmitEvent, useState } from 'react';
import type { SettingOnPage, Told } from '../../../electron/contract/desk-kiosk.ts';
import { settingGroups } from '../../../electron/contract/desk-limits.ts';
import { send } from '../../bridge.ts';
import type { Speech } from '../speech.ts';
import { useAsked } from '../use-asked.ts';
import { Setting } from './Setting.tsx';
import { keptValue } from './setting-value.ts';

/** What is typed, by the setting's name; null: nothing any more. */
type Written = Readonly<Record<string, string | null>>;

/** Every setting by its group, saved as one change. What was typed stays until it is saved or discarded. */
export function Settings(props: {
  readonly settings: readonly SettingOnPage[];
  readonly told: Told | undefined;
  readonly speech: Speech;
}): ReactNode {
  const { settings, told, speech } = props;
  const { words, number } = speech;
  const said = words.kiosk.settings;
  const [written, setWritten] = useState<Written>({});
  /** What was on its way to main, and the answer to it that is not known yet. */
  const [sent, setSent] = useState<{ readonly changes: Written; readonly after: number | undefined }>();
  const [asked, ask, forget] = useAsked();
  const answer = told?.of === 'settings' ? told : undefined;
  if (sent && told && told.number !== sent.after) {
    setSent(undefined);
    forget();
    if (answer && !answer.fault) setWritten(without(written, sent.changes));
  }
  const changes = Object.fromEntries(
    settings.flatMap((setting) => {
      const wanted = written[setting.name];
      return wanted === undefined || (!setting.isSecret && (wanted ?? '') === keptValue(setting)) ? [] : [[setting.name, wanted]];
    }),
  );
  const count = Object.keys(changes).length;
  const waiting = settings.filter(({ next }) => next).length;
  const fault = answer?.fault;
  const isShown = settings.some(({ name }) => name === fault?.name);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (count === 0 || asked === 'asked') return;
    setSent({ changes, after: told?.number });
    ask({ kind: 'changeSettings', changes });
  };
  return (
    <section className="kiosk-settings" aria-labelledby="kiosk-settings">
      <h2 id="kiosk-settings">{said.title}</h2>
      <p>{said.more}</p>
      <form autoComplete="off" noValidate onSubmit={submit}>
        {settingGroups.map((group) => {
          const own = settings.filter((setting) => setting.group === group);
          return own.length === 0 ? null : (
            <fieldset key={group}>
              <legend>{said.group[group]}</legend>
              {own.map((setting) => (
                <Setting
                  key={setting.name}
                  setting={setting}
                  written={written[setting.name]}
                  fault={fault?.name === setting.name ? fault.message : undefined}
                  onWrite={(text) =>
                    setWritten(
                      text === undefined ? without(written, { [setting.name]: null }) : { ...written, [setting.name]: text },
                    )
                  }
                  words={words.kiosk}
                />
              ))}
            </fieldset>
          );
        })}
        <div className="kiosk-save">
          <button type="submit" className="main" aria-disabled={count === 0 || asked === 'asked'}>
            {asked === 'asked' ? words.needs.asked : said.save}
          </button>
          <button type="button" aria-disabled={count === 0} onClick={() => setWritten({})}>
            {said.discard}
          </button>
          <p role="status">
            {count > 0 && said.changed(count, number(count))} {asked === 'late' && words.needs.late}
            {answer && !fault && count === 0 && said.saved}
            {fault && said.notSaved(words.kiosk.setting[fault.name]?.name ?? fault.name)}
            {fault && !isShown && <span lang="en"> {fault.message}</span>}
          </p>
        </div>
      </form>
      {waiting > 0 && (
        <div className="kiosk-restart">
          <p>{said.waiting(waiting, number(waiting))}</p>
          <button type="button" onClick={() => send({ kind: 'restart' })}>
            {said.restart}
          </button>
        </div>
      )}
      <p role="status" className="kiosk-told">
        {told?.of === 'restart' && (told.isRestarting ? said.restarting : said.restartByHand)}
      </p>
    </section>
  );
}

const without = (written: Written, gone: Written): Written =>
  Object.fromEntries(Object.entries(written).filter(([name]) => !(name in gone)));
