import { type ReactNode, useEffect, useRef } from 'react';
import type { Snapshot } from '../electron/contract/snapshot.ts';
import { drawAccent } from './accent.ts';
import { DeskPart } from './desk/DeskPart.tsx';
import { Lobby } from './lobby/Lobby.tsx';
import { Moment } from './lobby/Moment.tsx';
import { type Comfort, useScreen } from './store.ts';
import { wordsIn } from './words/words.ts';

/** The page: main's snapshot as the lobby or the desk, and a moment's patience while there is none. */
export function Page(): ReactNode {
  const { snapshot, theme, textSize, lowControls } = useScreen();
  useRoot(snapshot, { theme, textSize, lowControls });
  if (!snapshot) return <Moment />;
  const { screen } = snapshot;
  if (screen.kind === 'desk' || screen.kind === 'closedDesk')
    return <DeskPart screen={screen} language={snapshot.language} site={snapshot.site} />;
  return <Lobby snapshot={snapshot} screen={screen} />;
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
  // The site's colour outlives a lost connection: it is nobody's.
  const accent = useRef<Snapshot['accent']>(undefined);
  useEffect(() => {
    if (snapshot) accent.current = snapshot.accent;
    drawAccent(document.documentElement, accent.current, theme);
  }, [snapshot, theme]);
}
