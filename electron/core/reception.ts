import type { WalkInDetails } from '../contract/walk-in.ts';
import type { Step } from './lobby.ts';
import type { Circumstances, Effect, LobbyState } from './scene.ts';
import { noExtras } from './scene.ts';
import type { Visit } from './visit.ts';

/** "I have no code": only where the site lets such visitors ask, and somebody may be at the desk to answer. */
export function askForDetails(state: LobbyState, world: Circumstances): Step {
  const { scene } = state;
  if (scene.kind !== 'scan' || scene.purpose !== 'checkIn' || !world.walkIns) return [state, []];
  return [{ ...state, session: state.session + 1, scene: { kind: 'details' } }, []];
}

/** A visitor's own details, for a person at the desk to say yes or no to. */
export function afterDetails(state: LobbyState, details: WalkInDetails): Step {
  if (state.scene.kind !== 'details') return [state, []];
  const { session } = state;
  return [{ ...state, scene: { kind: 'waiting' } }, [{ type: 'askDesk', session, details }]];
}

/** The desk has answered. Yes: the visit is recorded as any other, by whoever said so. */
export function afterAnswer(state: LobbyState, answer: { readonly visit?: Visit; readonly by?: string }): Step {
  const { scene, session } = state;
  if (scene.kind !== 'waiting') return [state, []];
  const { visit, by } = answer;
  if (!visit) return [notLetIn(state, 'notLetIn'), []];
  const staff = { ...(by !== undefined && { by }) };
  const basis = { from: 'journal' } as const;
  return [
    { ...state, scene: { kind: 'recording', purpose: 'checkIn', visit, basis, entry: 'scan', extras: noExtras } },
    [{ type: 'record', session, purpose: 'checkIn', visit, basis, wanted: [], staff }],
  ];
}

/** Nobody answered in the time that a visitor can be asked to wait, or the answer was no. */
export function notLetIn(state: LobbyState, reason: 'notLetIn' | 'nobodyAnswered'): LobbyState {
  return { ...state, scene: { kind: 'refused', purpose: 'checkIn', entry: 'scan', refusal: { reason }, code: undefined } };
}

/** Somebody asks for a person. Said once a visitor, however often it is pressed. */
export function callStaff(state: LobbyState, world: Circumstances): Step {
  if (!world.hasDesk || state.isCalled) return [state, []];
  return [{ ...state, isCalled: true }, [{ type: 'callStaff', session: state.session }]];
}

/** What the desk should hear of what has just come to pass: a visitor who may not come in, or one who does not wait any more. */
export function tidingsOf(before: LobbyState, after: LobbyState): readonly Effect[] {
  const tidings: Effect[] = [];
  if (before.scene.kind === 'waiting' && after.scene.kind !== 'waiting')
    tidings.push({ type: 'withdraw', session: before.session });
  const { scene, session } = after;
  if (scene !== before.scene && scene.kind === 'refused' && scene.refusal.reason === 'blocked' && scene.known)
    tidings.push({ type: 'tellBlocked', session, visit: scene.known.visit });
  return tidings;
}
