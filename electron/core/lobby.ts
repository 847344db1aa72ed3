import { defaultLanguage } from '../contract/language.ts';
import { askVisitor, withDoorCode, withWish } from './confirm.ts';
import { firstLanguage, isOffered } from './house.ts';
import { afterCheckOutRequest, afterConfirm, afterLookUp, afterPrint, afterRecord, unanswered } from './outcome.ts';
import { endOf, warningMs } from './patience.ts';
import { afterAnswer, afterDetails, askForDetails, callStaff, notLetIn, tidingsOf } from './reception.ts';
import { beginLookUp, beginPurpose, tryAgain } from './request.ts';
import type { Circumstances, Effect, LobbyEvent, LobbyState } from './scene.ts';
import { afterKnock, askForPin, handInPin } from './staff.ts';

/** What a step yields: the next state and what is to be done outside. */
export type Step = readonly [LobbyState, readonly Effect[]];

/** The lobby as it starts where a site has said nothing of its languages. */
export const firstState: LobbyState = { language: defaultLanguage, session: 0, scene: { kind: 'welcome' }, tries: [] };

/**
 * The lobby's state machine: pure, total, never throws. An event that does not fit the scene (a late answer, a second touch) changes
 * nothing. After every event that changes the scene, or shows that somebody is there, the scene's time begins anew.
 */
export function step(state: LobbyState, event: LobbyEvent, world: Circumstances): Step {
  if (event.type === 'time') return afterTime(state, world);
  if (event.type === 'pageLost') return afterLostPage(state, world);
  if (event.type !== 'intent' && event.session !== state.session) return [state, []];
  const [next, effects] = react(state, event, world);
  if (next === state) return [state, effects];
  return [withEnd(next, world), [...effects, ...tidingsOf(state, next)]];
}

function react(state: LobbyState, event: Exclude<LobbyEvent, { type: 'time' | 'pageLost' }>, world: Circumstances): Step {
  switch (event.type) {
    case 'lookedUp':
      return afterLookUp(state, event.answer, world);
    case 'recorded':
      return afterRecord(state, event, world);
    case 'notRecorded':
      return state.scene.kind === 'recording' ? [refusedUnrecorded(state, state.scene), []] : [state, []];
    case 'doorCodeFound':
      return [withDoorCode(state, event.doorCode), []];
    case 'answered':
      return afterAnswer(state, event);
    case 'knocked':
      return afterKnock(state, event.knock, welcome(state, world));
    case 'printed':
      return [afterPrint(state, event.outcome), []];
    case 'intent':
      return obey(state, event, world);
  }
}

function refusedUnrecorded(state: LobbyState, scene: Extract<LobbyState['scene'], { kind: 'recording' }>): LobbyState {
  const { purpose, entry, visit } = scene;
  return { ...state, scene: { kind: 'refused', purpose, entry, refusal: { reason: 'notRecorded' }, code: visit.code } };
}

function obey(state: LobbyState, { intent }: Extract<LobbyEvent, { type: 'intent' }>, world: Circumstances): Step {
  const { scene } = state;
  if (world.outOfOrder && scene.kind === 'welcome' && !forEverybody.has(intent.kind)) return [state, []];
  switch (intent.kind) {
    case 'begin':
      return scene.kind === 'welcome' ? [beginPurpose(state, intent.purpose, world), []] : [state, []];
    case 'type':
      return scene.kind === 'scan' ? [{ ...state, scene: { ...scene, kind: 'type' } }, []] : [state, []];
    case 'scan':
      return scene.kind === 'type' ? [{ ...state, scene: { ...scene, kind: 'scan' } }, []] : [state, []];
    case 'code':
      return beginLookUp(state, intent, world);
    case 'noCode':
      return askForDetails(state, world);
    case 'details':
      return afterDetails(state, intent);
    case 'callStaff':
      return callStaff(state, world);
    case 'confirm':
      return afterConfirm(state, world);
    case 'service':
      return [withWish(state, intent.id, intent.wanted), []];
    case 'checkOutInstead':
      return afterCheckOutRequest(state);
    case 'checkInInstead':
      return scene.kind === 'refused' && scene.refusal.reason === 'notCheckedIn' && scene.known
        ? askVisitor(state, scene.known, world)
        : [state, []];
    case 'tryAgain':
      return tryAgain(state, world);
    case 'notMe':
      return scene.kind === 'confirm' ? [welcome(state, world), []] : [state, []];
    case 'back':
      return ['scan', 'type', 'staff', 'details', 'waiting', 'refused'].includes(scene.kind)
        ? [welcome(state, world), []]
        : [state, []];
    case 'done':
      return ['checkedIn', 'checkedOut', 'refused'].includes(scene.kind) ? [welcome(state, world), []] : [state, []];
    case 'stay':
      return [state.ends ? { ...state } : state, []];
    case 'language':
      return [isOffered(intent.language, world.house) ? { ...state, language: intent.language } : state, []];
    case 'staff':
      return askForPin(state, world);
    case 'pin':
      return handInPin(state, intent.pin);
    // What is said at the desk, or of the camera, is not for the lobby.
    default:
      return [state, []];
  }
}

/** What works although staff have switched the lobby off. */
const forEverybody: ReadonlySet<string> = new Set(['staff', 'pin', 'language', 'back', 'stay', 'callStaff']);

/** Back to the start: nothing of the visitor stays, but the wrong tries and the code just seen. A new session begins. */
function welcome(state: LobbyState, { now, house }: Circumstances): LobbyState {
  const { tries, lastCode, session } = state;
  const seen = lastCode && { lastCode: { code: lastCode.code, at: now } };
  return { language: firstLanguage(house), session: session + 1, scene: { kind: 'welcome' }, tries, ...seen };
}

function afterTime(state: LobbyState, world: Circumstances): Step {
  const { ends, scene } = state;
  if (!ends || world.now < ends.at) return [state, []];
  if (scene.kind === 'waiting') return ended(state, notLetIn(state, 'nobodyAnswered'), world);
  if (scene.kind === 'lookingUp') {
    const next: LobbyState = { ...state, scene: unanswered(scene) };
    return [withEnd({ ...next, session: state.session + 1 }, world), []];
  }
  // A language chosen by somebody who walked on is not the next visitor's.
  if (scene.kind === 'welcome') return [welcome(state, world), []];
  if (!ends.warning) return [{ ...state, ends: { at: world.now + warningMs, warning: true } }, []];
  return [welcome(state, world), []];
}

/** What is being recorded goes on, and its screen comes when it is; everything else of the visitor is put away. */
function afterLostPage(state: LobbyState, world: Circumstances): Step {
  return state.scene.kind === 'recording' ? [state, []] : ended(state, welcome(state, world), world);
}

function ended(before: LobbyState, next: LobbyState, world: Circumstances): Step {
  return [withEnd(next, world), tidingsOf(before, next)];
}

function withEnd(state: LobbyState, { now, house }: Circumstances): LobbyState {
  const { ends: _, ...rest } = state;
  const ends = endOf(state, now, firstLanguage(house));
  return ends ? { ...rest, ends } : rest;
}
