import { type ReactNode, useEffect } from 'react';
import type { LobbyScreen, Snapshot } from '../../electron/contract/screen.ts';
import { Help } from '../parts/Help.tsx';
import { QuietRow } from '../parts/QuietRow.tsx';
import { Warning } from '../parts/Warning.tsx';
import { type Comfort, useScreen } from '../store.ts';
import { type Words, wordsIn } from '../words/words.ts';
import { CheckedIn } from './CheckedIn.tsx';
import { CheckedOut } from './CheckedOut.tsx';
import { Confirm } from './Confirm.tsx';
import { LookingUp } from './LookingUp.tsx';
import { Moment } from './Moment.tsx';
import { Recording } from './Recording.tsx';
import { Refused } from './Refused.tsx';
import { Scan } from './Scan.tsx';
import { Type } from './Type.tsx';
import { useComfortEnd } from './use-comfort-end.ts';
import { Welcome } from './Welcome.tsx';

/** The lobby: main's snapshot as a screen, the quiet row below it, and what may lie above them both. */
export function Lobby(): ReactNode {
  const { snapshot, helpOpen, theme, textSize, lowControls } = useScreen();
  useRoot(snapshot, { theme, textSize, lowControls });
  useComfortEnd(snapshot?.screen.kind === 'welcome');
  if (!snapshot) return <Moment />;
  const words = wordsIn[snapshot.language];
  const { screen, warning } = snapshot;
  if (screen.kind === 'desk') return null;
  return (
    <div className="lobby">
      <header aria-live="polite">
        {warning ? <Warning seconds={warning.seconds} words={words.warning} /> : <p className="site">{snapshot.site}</p>}
      </header>
      <main aria-live="polite">
        <CurrentScreen screen={screen} snapshot={snapshot} words={words} />
      </main>
      <QuietRow language={snapshot.language} words={words} />
      {helpOpen && <Help words={words.help} />}
    </div>
  );
}

function CurrentScreen({ screen, snapshot, words }: { screen: LobbyScreen; snapshot: Snapshot; words: Words }): ReactNode {
  switch (screen.kind) {
    case 'welcome':
      return <Welcome content={screen.content} demo={snapshot.demo} words={words} />;
    case 'scan':
      return <Scan purpose={screen.purpose} words={words} />;
    case 'type':
      return <Type purpose={screen.purpose} words={words} />;
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

/** The page's language, direction and comfort stand at its root, where the style and assistive technology look for them. */
function useRoot(snapshot: Snapshot | undefined, comfort: Omit<Comfort, 'paused'>): void {
  const language = snapshot?.language ?? 'en';
  const { theme, textSize, lowControls } = comfort;
  useEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dir = wordsIn[language].direction;
    root.dataset['theme'] = theme;
    root.dataset['text'] = String(textSize * 100);
    root.dataset['controls'] = lowControls ? 'low' : 'usual';
  }, [language, theme, textSize, lowControls]);
}
