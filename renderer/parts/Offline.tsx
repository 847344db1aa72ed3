import { CloudOff, ConciergeBell } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LobbyScreen } from '../../electron/contract/lobby.ts';
import type { Offline as OfflineState } from '../../electron/contract/snapshot.ts';
import type { Words } from '../words/words.ts';

/** One calm line, below the site's name: the kiosk works without the server, and what that means for whoever stands here. */
export function Offline(props: {
  readonly state: OfflineState;
  readonly isLeaving: boolean;
  readonly words: Words['offline'];
}): ReactNode {
  const { state, isLeaving, words } = props;
  const Icon = state === 'askReception' && !isLeaving ? ConciergeBell : CloudOff;
  return (
    <p className="offline">
      <Icon aria-hidden="true" className="icon" />
      <span>{isLeaving ? words.leaving : words[state]}</span>
    </p>
  );
}

/** It is said where a visitor begins, and never where one is being served. */
export const saysOffline = ({ kind }: LobbyScreen): boolean => kind === 'welcome' || kind === 'scan' || kind === 'type';

/** Checking in does not concern a visitor who goes. */
export const isLeaving = (screen: LobbyScreen): boolean => 'purpose' in screen && screen.purpose === 'checkOut';
