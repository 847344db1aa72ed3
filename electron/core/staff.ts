import type { Step } from './lobby.ts';
import type { Knock } from './ports.ts';
import type { Circumstances, LobbyState } from './scene.ts';

/** Staff want to the desk: only from a lobby that nobody uses, where somebody has a PIN. */
export function askForPin(state: LobbyState, { staffDoor }: Circumstances): Step {
  if (state.scene.kind !== 'welcome' || !staffDoor) return [state, []];
  return [{ ...state, session: state.session + 1, scene: { kind: 'staff', state: 'asking' } }, []];
}

/** A PIN is handed in, one at a time. */
export function handInPin(state: LobbyState, pin: string): Step {
  if (state.scene.kind !== 'staff' || state.scene.state === 'looking') return [state, []];
  return [{ ...state, scene: { kind: 'staff', state: 'looking' } }, [{ type: 'knock', session: state.session, pin }]];
}

/** What came of it: `welcome` is the state that the desk is laid over. */
export function afterKnock(state: LobbyState, knock: Knock, welcome: LobbyState): Step {
  if (state.scene.kind !== 'staff') return [state, []];
  if (knock.kind === 'open') {
    const { name, isAdmin } = knock;
    return [welcome, [{ type: 'openDesk', session: welcome.session, name, isAdmin }]];
  }
  return [{ ...state, scene: { kind: 'staff', state: knock.kind, ...(knock.waitMs > 0 && { waitMs: knock.waitMs }) } }, []];
}
