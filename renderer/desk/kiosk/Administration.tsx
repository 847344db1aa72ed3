import type { ReactNode } from 'react';
import type { AdministrationShown, Busy, Told } from '../../../electron/contract/desk-kiosk.ts';
import { send } from '../../bridge.ts';
import { isolated } from '../../words/names.ts';
import type { Speech } from '../speech.ts';
import { usePresence } from '../use-presence.ts';
import { AdminPin } from './AdminPin.tsx';
import { People } from './People.tsx';
import { Settings } from './Settings.tsx';
import { SettingsFile } from './SettingsFile.tsx';
import { Tests } from './Tests.tsx';

/** What only an administrator sees: behind a PIN, and for as long as somebody is there. */
export function Administration(props: {
  readonly administration: AdministrationShown;
  readonly busy: readonly Busy[];
  readonly told: Told | undefined;
  readonly speech: Speech;
}): ReactNode {
  const { administration, busy, told, speech } = props;
  const said = speech.words.kiosk.admin;
  usePresence(administration.state === 'open');
  if (administration.state === 'closed') return <AdminPin door={administration} words={said} />;
  return (
    <div className="kiosk-admin">
      <section aria-labelledby="kiosk-admin">
        <div className="head">
          <h2 id="kiosk-admin">{said.title}</h2>
          <button type="button" onClick={() => send({ kind: 'adminLeave' })}>
            {said.leave}
          </button>
        </div>
        <p>{said.isOpen(isolated(administration.name))}</p>
      </section>
      <Settings settings={administration.settings} told={told} speech={speech} />
      <SettingsFile told={told} words={speech.words.kiosk} />
      <People people={administration.people} busy={busy} told={told} words={speech.words.kiosk} />
      <Tests busy={busy} told={told} speech={speech} />
    </div>
  );
}
