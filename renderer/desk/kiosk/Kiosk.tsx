import type { ReactNode } from 'react';
import type { KioskPage } from '../../../electron/contract/desk-kiosk.ts';
import type { Speech } from '../speech.ts';
import { Administration } from './Administration.tsx';
import { HowItIs } from './HowItIs.tsx';
import { LobbySwitch } from './LobbySwitch.tsx';
import { SupportReport } from './SupportReport.tsx';
import '../../style/desk-kiosk.css';

/** How the kiosk is, the lobby's switch, the report for support, and what only an administrator does. */
export function Kiosk({ page, speech }: { readonly page: KioskPage; readonly speech: Speech }): ReactNode {
  const { isOutOfOrder, health, administration, busy, told } = page;
  return (
    <div className="kiosk-parts">
      <div className="kiosk-state">
        {isOutOfOrder !== undefined && <LobbySwitch isOut={isOutOfOrder} told={told} words={speech.words.kiosk} />}
        <HowItIs health={health} speech={speech} />
        <SupportReport busy={busy} told={told} words={speech.words.kiosk} />
      </div>
      <Administration administration={administration} busy={busy} told={told} speech={speech} />
    </div>
  );
}
