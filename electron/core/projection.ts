import type { Language } from '../contract/language.ts';
import {
  type ContentShown,
  type LobbyScreen,
  type PassShown,
  pictureFolder,
  type Refusal,
  type ServiceShown,
  type VisitShown,
} from '../contract/lobby.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { wantedOf } from './confirm.ts';
import { confirmDetails, doneDetails, type House } from './house.ts';
import { textIn } from './localized.ts';
import { shownName } from './name.ts';
import { warningMs } from './patience.ts';
import type { Circumstances, Extras, LobbyState, Scene } from './scene.ts';
import type { IdleContent, Visit } from './visit.ts';

/** What of the world shows on a screen. */
type Shown = Pick<
  Circumstances,
  'content' | 'doorCode' | 'offline' | 'staffDoor' | 'hasDesk' | 'walkIns' | 'outOfOrder' | 'house' | 'logo'
>;

/** What a renderer is shown of the state: no more than its screen needs, in the screen's language. */
export function project(
  state: LobbyState,
  world: Shown = {},
): Pick<Snapshot, 'language' | 'languages' | 'warning' | 'offline' | 'reception' | 'screen'> {
  const { language, ends } = state;
  const warning = ends?.warning ? { warning: { seconds: warningMs / 1000 } } : {};
  const offline = world.offline && saysOffline.has(state.scene.kind) ? { offline: world.offline } : {};
  const reception = world.hasDesk ? { reception: state.isCalled ? ('called' as const) : ('reachable' as const) } : {};
  const offered = world.house?.languages ? { languages: [...world.house.languages] } : {};
  return { language, ...offered, ...warning, ...offline, ...reception, screen: screenOf(state.scene, language, world) };
}

/** Where a visitor is told that the kiosk works without its server: before a code is given, not in the midst of a visit. */
const saysOffline: ReadonlySet<Scene['kind']> = new Set(['welcome', 'scan', 'type'] as const);

function screenOf(scene: Scene, language: Language, world: Shown): LobbyScreen {
  switch (scene.kind) {
    case 'welcome':
      return welcomeShown(language, world);
    case 'staff':
      return { kind: 'staff', state: scene.state, ...(scene.waitMs && { wait: Math.ceil(scene.waitMs / 1000) }) };
    case 'details':
    case 'waiting':
      return { kind: scene.kind };
    case 'scan':
      return { kind: 'scan', purpose: scene.purpose, ...(world.walkIns && scene.purpose === 'checkIn' && { noCode: true }) };
    case 'type':
    case 'lookingUp':
    case 'recording':
      return { kind: scene.kind, purpose: scene.purpose };
    case 'confirm':
      return { kind: 'confirm', visit: visitShown(scene.visit, language, world.house), ...servicesShown(scene.extras, language) };
    case 'checkedIn': {
      const line = world.house?.arrived?.[language];
      const { doorCode } = world.doorCode === 'badge' ? {} : scene.extras;
      const wanted = wantedOf(scene.extras).map(({ name }) => textIn(name, language) ?? '');
      return {
        kind: 'checkedIn',
        place: placeShown(scene.visit, language, world.house?.doneShows),
        badge: scene.badge,
        ...(line && { line }),
        ...(scene.badge.state === 'collect' && { pass: passShown(scene.visit, scene.at) }),
        ...(doorCode && { doorCode }),
        ...(wanted.length > 0 && { wanted }),
      };
    }
    case 'checkedOut':
      return { kind: 'checkedOut', ...(scene.slip && { slip: scene.slip }) };
    case 'refused':
      return { kind: 'refused', purpose: scene.purpose, refusal: refusalShown(scene, language) };
  }
}

function welcomeShown(language: Language, { content, house, logo, outOfOrder, staffDoor }: Shown): LobbyScreen {
  const staff = staffDoor ? { staff: true as const } : {};
  if (outOfOrder) return { kind: 'outOfOrder', ...staff };
  const greeting = house?.welcome?.[language];
  return {
    kind: 'welcome',
    ...(greeting && { greeting }),
    ...(logo && { logo: `${pictureFolder}${logo}` }),
    ...(content?.length && { content: contentShown(content, language) }),
    ...staff,
  };
}

function contentShown(content: IdleContent, language: Language): ContentShown[] {
  return content.flatMap((item): ContentShown[] => {
    const { seconds } = item;
    if (item.kind === 'picture') return [{ kind: 'picture', source: `${pictureFolder}${item.name}`, seconds }];
    const text = textIn(item.text, language);
    return text ? [{ kind: 'text', text, seconds }] : [];
  });
}

function servicesShown({ offered, wanted }: Extras, language: Language): { services?: ServiceShown[] } {
  const services = offered.map(({ id, name }) => ({ id, name: textIn(name, language) ?? '', wanted: wanted.includes(id) }));
  return services.length > 0 ? { services } : {};
}

function refusalShown({ refusal, known }: Extract<Scene, { kind: 'refused' }>, language: Language): Refusal {
  if (refusal.reason !== 'otherBuilding') return refusal;
  const building = textIn(known?.visit.place.building, language);
  return { reason: 'otherBuilding', ...(building && { building }) };
}

function visitShown(visit: Visit, language: Language, { confirmShows = confirmDetails }: House = {}): VisitShown {
  const { company } = visit.visitor;
  return {
    name: shownName(visit.visitor),
    ...(company && confirmShows.includes('company') && { company }),
    ...(confirmShows.includes('time') && visit.period),
    ...placeShown(visit, language, confirmShows),
  };
}

/** Only what a visitor was shown before: reception knows the rest. */
const passShown = ({ visitor }: Visit, at: string): PassShown => ({ name: shownName(visitor), at });

function placeShown(
  { host, place }: Visit,
  language: Language,
  shows: readonly string[] = doneDetails,
): Pick<VisitShown, 'host' | 'building' | 'floor' | 'room'> {
  const shownHost = host && shows.includes('host') ? { host } : {};
  if (!shows.includes('place')) return shownHost;
  const building = textIn(place.building, language);
  const floor = textIn(place.floor, language);
  const room = textIn(place.room, language);
  return { ...shownHost, ...(building && { building }), ...(floor && { floor }), ...(room && { room }) };
}
