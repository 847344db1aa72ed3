import type { Bookings, Door, Journal } from '../core/ports.ts';
import type { Effect, LobbyEvent } from '../core/scene.ts';
import { failpoint } from '../failpoint.ts';
import type { Log } from '../log/log.ts';
import type { Clock } from './clock.ts';
import { type LookUpParts, lookUp } from './lookup.ts';
import { type PrintParts, printQueued } from './print.ts';
import { runRequest } from './reception.ts';
import { record } from './record.ts';
import type { Requests } from './requests.ts';

/** What effects are carried out with. `slip`: one is printed at check-out. */
export interface EffectParts extends LookUpParts, PrintParts {
  readonly bookings: Bookings;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly slip: boolean;
  /** The way to the desk; absent: there is none from here. */
  readonly door?: Door;
  /** Where a person at a desk beside the lobby sees who waits; absent: there is no such desk. */
  readonly requests?: Requests;
  readonly openDesk?: (name: string, isAdmin: boolean) => void;
}

type Send = (event: LobbyEvent) => void;
type Of<T extends Effect['type']> = Extract<Effect, { type: T }>;

/** Carries out one effect and sends what came of it. An exception is a bug; the visitor is not left standing before a screen that waits for it. */
export async function carryOut(effect: Effect, parts: EffectParts, send: Send): Promise<void> {
  const { type, session } = effect;
  try {
    await run(effect, parts, send);
  } catch {
    parts.log.log('bug', { effect: type });
    if (type === 'lookUp') send({ type: 'lookedUp', session, answer: { kind: 'failed' } });
    if (type === 'record') send({ type: 'notRecorded', session });
    if (type === 'knock') send({ type: 'knocked', session, knock: { kind: 'wrong', waitMs: 0 } });
    if (type === 'askDesk') send({ type: 'answered', session });
    if (type === 'print') send({ type: 'printed', session, outcome: { state: 'unknown' } });
  }
}

function run(effect: Effect, parts: EffectParts, send: Send): Promise<void> {
  switch (effect.type) {
    case 'lookUp':
      return runLookUp(effect, parts, send);
    case 'record':
      return runRecord(effect, parts, send);
    case 'findDoorCode':
      return runFindDoorCode(effect, parts, send);
    case 'knock':
      return runKnock(effect, parts, send);
    case 'openDesk':
      parts.log.log('desk', { state: 'opened' });
      parts.openDesk?.(effect.name, effect.isAdmin);
      return Promise.resolve();
    case 'askDesk':
    case 'withdraw':
    case 'callStaff':
    case 'tellBlocked':
      runRequest(effect, parts, send);
      return Promise.resolve();
    case 'print':
      return runPrint(effect, parts, send);
  }
}

async function runKnock({ session, pin }: Of<'knock'>, { door, log }: EffectParts, send: Send): Promise<void> {
  const knock = (await door?.knock(pin)) ?? { kind: 'wrong', waitMs: 0 };
  log.log('knocked', { outcome: knock.kind });
  send({ type: 'knocked', session, knock });
}

async function runLookUp({ session, code, purpose, typed }: Of<'lookUp'>, parts: EffectParts, send: Send): Promise<void> {
  const { clock, log } = parts;
  const started = clock.now();
  const { answer, failure } = await lookUp(code, purpose, parts, typed);
  log.log('lookedUp', {
    outcome: answer.kind,
    ...(answer.kind === 'found' && { from: answer.basis.from }),
    milliseconds: Math.round(clock.now() - started),
    ...(failure && { failure: failure.code, operation: failure.operation, field: failure.field }),
  });
  send({ type: 'lookedUp', session, answer });
}

async function runFindDoorCode(effect: Of<'findDoorCode'>, { bookings, log }: EffectParts, send: Send): Promise<void> {
  const { session, roomId, period } = effect;
  const found = await bookings.doorCode(roomId, period);
  if (!found.ok)
    log.log('doorCode', { failure: found.failure.code, operation: found.failure.operation, field: found.failure.field });
  else if (found.value) send({ type: 'doorCodeFound', session, doorCode: found.value });
}

async function runRecord(effect: Of<'record'>, { journal, clock, log, slip }: EffectParts, send: Send): Promise<void> {
  const { session, purpose, visit, basis, wanted, staff } = effect;
  failpoint('record.before-journal');
  const recorded = record(
    purpose,
    { visit, basis },
    { journal, at: clock.wall(), slip, wanted, ...(staff && { actor: 'staff', ...staff }) },
  );
  failpoint('record.before-screen');
  log.log('recorded', {
    what: purpose,
    ...(recorded.ok ? { outcome: 'done' } : { outcome: 'failed', failure: recorded.failure.code }),
  });
  send(recorded.ok ? { type: 'recorded', session, ...recorded.value } : { type: 'notRecorded', session });
  failpoint('record.after-screen');
}

async function runPrint({ session, printId, content }: Of<'print'>, parts: EffectParts, send: Send): Promise<void> {
  const { state, picture } = await printQueued(printId, content, parts);
  send({ type: 'printed', session, outcome: { state, ...(picture && { picture }) } });
}
