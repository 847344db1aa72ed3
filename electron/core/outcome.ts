import type { PrintShown, Purpose } from '../contract/lobby.ts';
import { askVisitor, wantedOf } from './confirm.ts';
import type { Step } from './lobby.ts';
import type { PrintOutcome } from './ports.ts';
import { isOnBadge, printContent } from './print.ts';
import {
  type Circumstances,
  type CoreRefusal,
  type Effect,
  type Entry,
  type Extras,
  type KnownVisit,
  type LobbyEvent,
  type LobbyState,
  type LookUpAnswer,
  noExtras,
  type Scene,
} from './scene.ts';
import { recentTries } from './tries.ts';
import { type Occasion, refuseCheckIn, refuseCheckOut } from './verdict.ts';
import type { Standing, Visit } from './visit.ts';

/** The answer to a look-up: to the confirm screen, straight to the record of a check-out, or to the screen that says why not. */
export function afterLookUp(state: LobbyState, answer: LookUpAnswer, world: Circumstances): Step {
  const { scene } = state;
  if (scene.kind !== 'lookingUp') return [state, []];
  const { purpose, entry, code } = scene;
  if (answer.kind === 'failed') return [{ ...state, scene: unanswered(scene) }, []];
  if (answer.kind === 'unknown') {
    const tries = [...recentTries(state.tries, world.now), world.now];
    return [refused({ ...state, tries }, purpose, entry, { reason: 'unknownCode' }, code), []];
  }
  const known = { visit: answer.visit, basis: answer.basis };
  const refusal = judge(purpose, known.visit, answer.standing, world);
  if (refusal) return [refused(state, purpose, entry, refusal, code, known), []];
  if (purpose === 'checkOut') return record(state, purpose, known, entry);
  return askVisitor(state, known, world);
}

/** Where a look-up has no answer: all that is needed to ask the same again. */
export const unanswered = (scene: Extract<Scene, { kind: 'lookingUp' }>): Scene => ({
  ...scene,
  kind: 'refused',
  refusal: { reason: 'noAnswer' },
});

/** "Yes, that's me". The day may have ended while the screen stood, so the visit is judged once more. */
export function afterConfirm(state: LobbyState, world: Circumstances): Step {
  if (state.scene.kind !== 'confirm') return [state, []];
  const { visit, basis, extras } = state.scene;
  const refusal = refuseCheckIn(visit, { kind: 'none' }, occasionOf(world));
  if (refusal) return [refused(state, 'checkIn', 'scan', refusal, visit.code, { visit, basis }), []];
  return record(state, 'checkIn', { visit, basis }, 'scan', extras);
}

/** "Check out" on the screen that says "you are checked in already". */
export function afterCheckOutRequest(state: LobbyState): Step {
  const { scene } = state;
  if (scene.kind !== 'refused' || scene.refusal.reason !== 'alreadyCheckedIn' || !scene.known) return [state, []];
  return record(state, 'checkOut', scene.known, scene.entry);
}

/** The journal has it: only now does a screen say so. */
export function afterRecord(state: LobbyState, event: Extract<LobbyEvent, { type: 'recorded' }>, world: Circumstances): Step {
  const { scene, session } = state;
  if (scene.kind !== 'recording') return [state, []];
  const { purpose, visit, extras } = scene;
  const { printId, at, checkedInAt } = event;
  const kind = purpose === 'checkIn' ? 'badge' : 'slip';
  const times = purpose === 'checkIn' ? [at] : [checkedInAt ?? visit.checkedInAt, at];
  const doorCode = purpose === 'checkIn' && isOnBadge(world.doorCode) ? extras.doorCode : undefined;
  const content = printContent(kind, visit, times, { site: world.site, doorCode });
  const effects: Effect[] = printId ? [{ type: 'print', session, printId, content }] : [];
  if (purpose === 'checkIn') {
    const badge: PrintShown = { state: printId ? 'printing' : 'collect' };
    return [{ ...state, scene: { kind: 'checkedIn', visit, at, badge, extras } }, effects];
  }
  return [{ ...state, scene: { kind: 'checkedOut', ...(printId && { slip: { state: 'printing' } as const }) } }, effects];
}

/** The printer is done, one way or the other. */
export function afterPrint(state: LobbyState, outcome: PrintOutcome): LobbyState {
  const { scene } = state;
  if (scene.kind === 'checkedIn') return { ...state, scene: { ...scene, badge: shown(outcome) } };
  if (scene.kind === 'checkedOut' && scene.slip) return { ...state, scene: { ...scene, slip: shown(outcome) } };
  return state;
}

/** What may be said of a print: "take it" only when the printer itself said that it is out (rule PRN-9). */
function shown({ state, picture }: PrintOutcome): PrintShown {
  if (picture) return { state: 'shown', picture };
  if (state === 'confirmed') return { state: 'take' };
  return { state: state === 'sent' ? 'sent' : 'collect' };
}

function judge(purpose: Purpose, visit: Visit, standing: Standing, world: Circumstances): CoreRefusal | undefined {
  const occasion = occasionOf(world);
  return purpose === 'checkIn' ? refuseCheckIn(visit, standing, occasion) : refuseCheckOut(visit, standing, occasion);
}

const occasionOf = ({ building, wall, house }: Circumstances): Occasion => ({
  building,
  now: wall,
  earlyMinutes: house?.earlyMinutes,
});

function record(state: LobbyState, purpose: Purpose, { visit, basis }: KnownVisit, entry: Entry, extras: Extras = noExtras): Step {
  const { session } = state;
  return [
    { ...state, scene: { kind: 'recording', purpose, visit, basis, entry, extras } },
    [{ type: 'record', session, purpose, visit, basis, wanted: wantedOf(extras) }],
  ];
}

function refused(
  state: LobbyState,
  purpose: Purpose,
  entry: Entry,
  refusal: CoreRefusal,
  code: string | undefined,
  known?: KnownVisit,
): LobbyState {
  return { ...state, scene: { kind: 'refused', purpose, entry, refusal, code, ...(known && { known }) } };
}
