import type { Step } from './lobby.ts';
import type { Circumstances, Extras, KnownVisit, LobbyState } from './scene.ts';
import type { Service } from './visit.ts';

/** "Are you …?": the confirm screen, with what the site offers now. The code of the room's door is looked for meanwhile. */
export function askVisitor(state: LobbyState, { visit, basis }: KnownVisit, world: Circumstances): Step {
  const { session } = state;
  const { roomId } = visit.place;
  const extras: Extras = { offered: world.services ?? [], wanted: [] };
  const next: LobbyState = { ...state, scene: { kind: 'confirm', visit, basis, extras } };
  if (!world.doorCode || !roomId) return [next, []];
  return [next, [{ type: 'findDoorCode', session, roomId, period: visit.period }]];
}

/** A visitor asks for one of the offered services, or no longer does. */
export function withWish(state: LobbyState, id: string, wanted: boolean): LobbyState {
  const { scene } = state;
  if (scene.kind !== 'confirm' || !scene.extras.offered.some((service) => service.id === id)) return state;
  const others = scene.extras.wanted.filter((one) => one !== id);
  return { ...state, scene: { ...scene, extras: { ...scene.extras, wanted: wanted ? [...others, id] : others } } };
}

/** The door's code is known: it waits with the visit until the check-in is recorded. */
export function withDoorCode(state: LobbyState, doorCode: string): LobbyState {
  const { scene } = state;
  if (scene.kind !== 'confirm' && scene.kind !== 'recording' && scene.kind !== 'checkedIn') return state;
  return { ...state, scene: { ...scene, extras: { ...scene.extras, doorCode } } };
}

/** The services that were asked for, in the order in which they are offered. */
export const wantedOf = ({ offered, wanted }: Extras): readonly Service[] => offered.filter(({ id }) => wanted.includes(id));
