import { type ReactNode, type SubmitEvent, useId, useState } from 'react';
import type { AdministrationShown, Busy, Told } from '../../../electron/contract/desk-kiosk.ts';
import { longestName } from '../../../electron/contract/desk-limits.ts';
import { send } from '../../bridge.ts';
import type { KioskWords } from '../../words/kiosk/words.ts';
import { isolated } from '../../words/names.ts';
import { Heads } from '../Heads.tsx';
import { Text } from '../Text.tsx';

const longestPin = 12;

/** Who has a PIN, and as what; another PIN for them, or none. */
export function People(props: {
  readonly people: Extract<AdministrationShown, { state: 'open' }>['people'];
  readonly busy: readonly Busy[];
  readonly told: Told | undefined;
  readonly words: KioskWords;
}): ReactNode {
  const { people, busy, told, words } = props;
  const said = words.people;
  const [written, setWritten] = useState({ name: '', pin: '', isAdmin: false });
  const id = useId();
  const isBusy = busy.includes('setPin');
  const answer = told?.of === 'pinSet' || told?.of === 'pinRemoved' ? told : undefined;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const name = written.name.trim();
    if (isBusy || name === '' || written.pin === '') return;
    send({ kind: 'setPin', name, pin: written.pin, isAdmin: written.isAdmin });
    setWritten({ ...written, pin: '' });
  };
  return (
    <section className="kiosk-people" aria-labelledby="kiosk-people">
      <h2 id="kiosk-people" tabIndex={-1}>
        {said.title}
      </h2>
      <p>{said.more}</p>
      <table className="people">
        <Heads of={[[said.name], [said.role], [said.action, 'last']]} />
        <tbody>
          {people.map(({ name, isAdmin }) => (
            <tr key={name}>
              <th scope="row">
                <Text>{name}</Text>
              </th>
              <td>{isAdmin ? said.isAdmin : said.staff}</td>
              <td className="acts">
                <fieldset aria-label={name}>
                  <button
                    type="button"
                    onClick={() => {
                      setWritten({ name, pin: '', isAdmin });
                      document.getElementById(`${id}-pin`)?.focus();
                    }}
                  >
                    {said.newPin}
                  </button>
                  <button type="button" onClick={() => send({ kind: 'removePin', name })}>
                    {said.remove}
                  </button>
                </fieldset>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{said.add}</h3>
      <form className="kiosk-lines" autoComplete="off" noValidate onSubmit={submit}>
        <label htmlFor={`${id}-name`}>{said.name}</label>
        <input
          id={`${id}-name`}
          type="text"
          dir="auto"
          maxLength={longestName}
          value={written.name}
          onChange={({ target }) => setWritten({ ...written, name: target.value })}
        />
        <label htmlFor={`${id}-pin`}>{said.pin}</label>
        <input
          id={`${id}-pin`}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={longestPin}
          aria-describedby={`${id}-rules`}
          value={written.pin}
          onChange={({ target }) => setWritten({ ...written, pin: target.value.replace(/\D/g, '').slice(0, longestPin) })}
        />
        <p id={`${id}-rules`} className="quiet">
          {said.rules}
        </p>
        <label className="kiosk-check">
          <input
            type="checkbox"
            checked={written.isAdmin}
            onChange={({ target }) => setWritten({ ...written, isAdmin: target.checked })}
          />
          {said.isAdmin}
        </label>
        <button type="submit" aria-disabled={isBusy || written.name.trim() === '' || written.pin === ''}>
          {isBusy ? words.busy.setPin : said.give}
        </button>
        <p role="status" className="kiosk-told">
          {answer &&
            (answer.why !== undefined
              ? said.faults[answer.why]
              : answer.of === 'pinSet'
                ? said.done(isolated(answer.name))
                : said.removed(isolated(answer.name)))}
        </p>
      </form>
    </section>
  );
}
