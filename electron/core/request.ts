import { normaliseCode } from '../contract/code.ts';
import type { Intent } from '../contract/intent.ts';
import type { Purpose } from '../contract/lobby.ts';
import { firstLanguage } from './house.ts';
import type { Step } from './lobby.ts';
import type { Circumstances, Entry, LobbyState, Scene } from './scene.ts';
import { triesUsedUp } from './tries.ts';

/** A code that is still in front of the scanner this long after its visitor's last screen is not a new visitor (milliseconds). */
const sameCodeMs = 5_000;

/** Somebody wants to check in or out: the scanning screen, or the request to see reception where too many codes were wrong. */
export function beginPurpose(state: LobbyState, purpose: Purpose, world: Circumstances): LobbyState {
  const scene: Scene = triesUsedUp(state.tries, world.now) ? tooManyTries(purpose, 'scan') : { kind: 'scan', purpose };
  return { ...state, session: state.session + 1, scene };
}

/**
 * A code was given: by the camera, by a USB scanner (which works on every screen), or typed. One look-up at a time; while a
 * visitor's check-in is being looked up or recorded, nothing else is taken. What cannot be a code is refused by its shape, at once and without a look-up: what
 * codes look like is printed on every invitation.
 */
export function beginLookUp(state: LobbyState, intent: Extract<Intent, { kind: 'code' }>, world: Circumstances): Step {
  const { scene } = state;
  if (scene.kind === 'lookingUp' || scene.kind === 'recording') return [state, []];
  const code = normaliseCode(intent.code);
  if (isSameScan(state, code, world.now)) return [state, []];
  const { lastCode: _, ...rest } = isDone(scene) ? forNextVisitor(state, world) : state;
  if (!code) return [{ ...rest, session: state.session + 1, scene: notACode(purposeAt(scene), entryAt(scene)) }, []];
  const given = { code, entry: entryAt(scene), typed: intent.by === 'typed' };
  return lookUp({ ...rest, lastCode: { code, at: world.now } }, purposeAt(scene), given, world);
}

/** Whoever scans on the last screen of a visit is the next visitor, and has chosen nothing yet. */
const isDone = (scene: Scene): boolean => scene.kind === 'checkedIn' || scene.kind === 'checkedOut';
const forNextVisitor = (state: LobbyState, { house }: Circumstances): LobbyState => ({ ...state, language: firstLanguage(house) });

/** "Try again" on a refusal: the same code again where the server or the journal failed, another code where the code was unknown. */
export function tryAgain(state: LobbyState, world: Circumstances): Step {
  const { scene } = state;
  if (scene.kind !== 'refused') return [state, []];
  const { refusal, purpose, entry, code, typed = false } = scene;
  if (refusal.reason === 'unknownCode' || refusal.reason === 'notACode') return [{ ...state, scene: { kind: entry, purpose } }, []];
  if ((refusal.reason !== 'noAnswer' && refusal.reason !== 'notRecorded') || code === undefined) return [state, []];
  return lookUp(state, purpose, { code, entry, typed }, world);
}

interface Given {
  readonly code: string;
  readonly entry: Entry;
  /** By hand: only then may another code that looks alike be meant. */
  readonly typed: boolean;
}

function lookUp(state: LobbyState, purpose: Purpose, { code, entry, typed }: Given, world: Circumstances): Step {
  const session = state.session + 1;
  if (triesUsedUp(state.tries, world.now)) return [{ ...state, session, scene: tooManyTries(purpose, entry) }, []];
  return [
    { ...state, session, scene: { kind: 'lookingUp', purpose, code, entry, typed } },
    [{ type: 'lookUp', session, purpose, code, typed }],
  ];
}

const notACode = (purpose: Purpose, entry: Entry): Scene => ({
  kind: 'refused',
  purpose,
  entry,
  refusal: { reason: 'notACode' },
  code: undefined,
});

const tooManyTries = (purpose: Purpose, entry: Entry): Scene => ({
  kind: 'refused',
  purpose,
  entry,
  refusal: { reason: 'tooManyTries' },
  code: undefined,
});

function isSameScan({ scene, lastCode }: LobbyState, code: string | undefined, now: number): boolean {
  if (!code || code !== lastCode?.code) return false;
  if (['confirm', 'checkedIn', 'checkedOut'].includes(scene.kind)) return true;
  return scene.kind !== 'scan' && scene.kind !== 'type' && now - lastCode.at < sameCodeMs;
}

const purposeAt = (scene: Scene): Purpose => ('purpose' in scene ? scene.purpose : 'checkIn');

function entryAt(scene: Scene): Entry {
  if (scene.kind === 'scan' || scene.kind === 'type') return scene.kind;
  return 'entry' in scene ? scene.entry : 'scan';
}
