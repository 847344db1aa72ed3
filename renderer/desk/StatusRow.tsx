import type { ReactNode } from 'react';
import type { DeskScreen } from '../../electron/contract/desk.ts';
import { HandOverStatus } from './HandOverStatus.tsx';
import { PrinterStatus } from './PrinterStatus.tsx';
import { RosterStatus } from './RosterStatus.tsx';
import { ServerStatus } from './ServerStatus.tsx';
import type { Speech } from './speech.ts';

/** How the kiosk stands with the server and with its printers, always at the same place. */
export function StatusRow({ screen, speech }: { readonly screen: DeskScreen; readonly speech: Speech }): ReactNode {
  const hasRoster = screen.roster.freshness !== 'none' && screen.roster.badges > 0;
  return (
    <div className="statuses">
      <ServerStatus server={screen.server} hasRoster={hasRoster} speech={speech} />
      <RosterStatus roster={screen.roster} server={screen.server} speech={speech} />
      <HandOverStatus handOver={screen.handOver} speech={speech} />
      {screen.printers.map((printer) => (
        <PrinterStatus key={printer.name} printer={printer} speech={speech} />
      ))}
    </div>
  );
}
