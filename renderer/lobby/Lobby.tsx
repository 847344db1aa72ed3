import { KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LobbyScreen } from '../../electron/contract/lobby.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { send } from '../bridge.ts';
import { Help } from '../parts/Help.tsx';
import { isLeaving, Offline, saysOffline } from '../parts/Offline.tsx';
import { QuietRow } from '../parts/QuietRow.tsx';
import { Warning } from '../parts/Warning.tsx';
import { useScreen } from '../store.ts';
import { type Words, wordsIn } from '../words/words.ts';
import { CheckedIn } from './CheckedIn.tsx';
import { CheckedOut } from './CheckedOut.tsx';
import { Confirm } from './Confirm.tsx';
import { Details } from './Details.tsx';
import { LookingUp } from './LookingUp.tsx';
import { OutOfOrder } from './OutOfOrder.tsx';
import { Recording } from './Recording.tsx';
import { Refused } from './Refused.tsx';
import { Scan } from './Scan.tsx';
import { Staff } from './Staff.tsx';
import { Type } from './Type.tsx';
import { useComfortEnd } from './use-comfort-end.ts';
import { WaitingForDesk } from './WaitingForDesk.tsx';
import { Welcome } from './Welcome.tsx';

/** The lobby: main's snapshot as a screen, the quiet row below it, and what may lie above them both. */
export function Lobby({ snapshot, screen }: { readonly snapshot: Snapshot; readonly screen: LobbyScreen }): ReactNode {
  const helpOpen = useScreen((held) => held.helpOpen);
  useComfortEnd(screen.kind === 'welcome' || screen.kind === 'outOfOrder');
  const words = wordsIn[snapshot.language];
  return (
    <div className="lobby">
      <header aria-live="polite">
        <Header snapshot={snapshot} screen={screen} words={words} />
      </header>
      <main aria-live="polite">
        <CurrentScreen screen={screen} snapshot={snapshot} words={words} />
      </main>
      <QuietRow language={snapshot.language} languages={snapshot.languages} words={words} />
      {helpOpen && <Help words={words.help} reception={snapshot.reception} />}
    </div>
  );
}

function Header({ screen, snapshot, words }: { screen: LobbyScreen; snapshot: Snapshot; words: Words }): ReactNode {
  const { warning, offline, site } = snapshot;
  if (warning) return <Warning seconds={warning.seconds} words={words.warning} />;
  return (
    <>
      <div className="masthead">
        <p className="site">{site}</p>
        {(screen.kind === 'welcome' || screen.kind === 'outOfOrder') && screen.staff && (
          <button type="button" className="door" onClick={() => send({ kind: 'staff' })}>
            <KeyRound aria-hidden="true" className="icon" />
            <span>{words.row.staff}</span>
          </button>
        )}
      </div>
      {offline && saysOffline(screen) && <Offline state={offline} isLeaving={isLeaving(screen)} words={words.offline} />}
    </>
  );
}

function CurrentScreen({ screen, snapshot, words }: { screen: LobbyScreen; snapshot: Snapshot; words: Words }): ReactNode {
  switch (screen.kind) {
    case 'welcome':
      return <Welcome screen={screen} demo={snapshot.demo} words={words} />;
    case 'scan':
      return <Scan purpose={screen.purpose} noCode={screen.noCode === true} words={words} />;
    case 'staff':
      return <Staff screen={screen} words={words} />;
    case 'type':
      return <Type purpose={screen.purpose} words={words} />;
    case 'details':
      return <Details words={words} />;
    case 'waiting':
      return <WaitingForDesk words={words} />;
    case 'outOfOrder':
      return <OutOfOrder words={words} />;
    case 'lookingUp':
      return <LookingUp words={words} />;
    case 'confirm':
      return <Confirm visit={screen.visit} services={screen.services} words={words} />;
    case 'recording':
      return <Recording purpose={screen.purpose} words={words} />;
    case 'checkedIn':
      return <CheckedIn screen={screen} words={words} />;
    case 'checkedOut':
      return <CheckedOut slip={screen.slip} words={words} />;
    case 'refused':
      return <Refused purpose={screen.purpose} refusal={screen.refusal} words={words} />;
    default:
      return screen satisfies never;
  }
}
