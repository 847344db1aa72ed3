import type { Language } from '../contract/language.ts';
import type { LobbyScreen, Refusal, Snapshot, VisitShown } from '../contract/screen.ts';
import { textIn } from './localized.ts';
import { shownName } from './name.ts';
import { warningMs } from './patience.ts';
import type { LobbyState, Scene } from './scene.ts';
import type { Visit } from './visit.ts';

/** What a renderer is shown of the state: no more than its screen needs, in the screen's language. */
export function project(state: LobbyState): Pick<Snapshot, 'language' | 'warning' | 'screen'> {
  const { language, ends } = state;
  const warning = ends?.warning ? { warning: { seconds: warningMs / 1000 } } : {};
  return { language, ...warning, screen: screenOf(state.scene, language) };
}

function screenOf(scene: Scene, language: Language): LobbyScreen {
  switch (scene.kind) {
    case 'welcome':
      return { kind: 'welcome' };
    case 'scan':
    case 'type':
    case 'lookingUp':
    case 'recording':
      return { kind: scene.kind, purpose: scene.purpose };
    case 'confirm':
      return { kind: 'confirm', visit: visitShown(scene.visit, language) };
    case 'checkedIn':
      return { kind: 'checkedIn', place: placeShown(scene.visit, language), badge: scene.badge };
    case 'checkedOut':
      return { kind: 'checkedOut', ...(scene.slip && { slip: scene.slip }) };
    case 'refused':
      return { kind: 'refused', purpose: scene.purpose, refusal: refusalShown(scene, language) };
  }
}

function refusalShown({ refusal, visit }: Extract<Scene, { kind: 'refused' }>, language: Language): Refusal {
  if (refusal.reason !== 'otherBuilding') return refusal;
  const building = textIn(visit?.place.building, language);
  return { reason: 'otherBuilding', ...(building && { building }) };
}

function visitShown(visit: Visit, language: Language): VisitShown {
  const { company } = visit.visitor;
  return { name: shownName(visit.visitor), ...(company && { company }), ...visit.period, ...placeShown(visit, language) };
}

function placeShown({ host, place }: Visit, language: Language): Pick<VisitShown, 'host' | 'building' | 'floor' | 'room'> {
  const building = textIn(place.building, language);
  const floor = textIn(place.floor, language);
  const room = textIn(place.room, language);
  return { ...(host && { host }), ...(building && { building }), ...(floor && { floor }), ...(room && { room }) };
}
