import type { Snapshot } from '../contract/screen.ts';
import { firstState, step } from '../core/lobby.ts';
import type { Bookings, Journal, Printer } from '../core/ports.ts';
import { project } from '../core/projection.ts';
import type { Circumstances, Effect, LobbyEvent, LobbyState } from '../core/scene.ts';
import { failpoint } from '../failpoint.ts';
import type { Log } from '../log/log.ts';
import type { Clock } from './clock.ts';
import { type LookUpParts, lookUp } from './lookup.ts';
import { record } from './record.ts';

/** The parts that the lobby's effects go to, and what the installer set for it. */
export interface LobbyParts {
  readonly bookings: Bookings;
  readonly journal: Journal;
  readonly printer: Printer;
  readonly roster: LookUpParts['roster'];
  readonly connection: LookUpParts['connection'];
  readonly clock: Clock;
  readonly log: Log;
  readonly building?: string | undefined;
  readonly slip: boolean;
  /** Where the code of a room's door is told; absent: nowhere, and it is not asked for. */
  readonly doorCode?: Circumstances['doorCode'];
  readonly demo?: Snapshot['demo'];
}

/**
 * What the lobby hears of the site while it runs: its name, what it offers, what its idle screen plays, and what can be done while the
 * server is away (`offline: undefined`: it is back).
 */
export type SiteNews = Pick<Circumstances, 'site' | 'services' | 'content' | 'offline'>;

/** A running lobby: intents go in, numbered snapshots come out. */
export interface Lobby {
  snapshot(): Snapshot;
  send(event: LobbyEvent): void;
  /** Calls back with each new snapshot; the answer unsubscribes. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
  /** What the server has told of the site since. */
  hear(news: SiteNews): void;
  /** Takes nothing more; waits for a running print. */
  stop(): Promise<void>;
}

/** Runs the pure lobby: feeds it events and the time, carries out its effects, numbers and pushes what is to be shown. */
export function runLobby(parts: LobbyParts): Lobby {
  const { bookings, clock, log, journal, printer, roster, connection } = parts;
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const running = new Set<Promise<void>>();
  let state: LobbyState = firstState;
  let news: SiteNews = {};
  let number = 0;
  let shown = '';
  let snapshot = next();
  let cancelTimer = () => {};
  let stopped = false;

  function next(): Snapshot {
    const content = {
      ...project(state, { content: news.content, doorCode: parts.doorCode, offline: news.offline }),
      ...(news.site && { site: news.site }),
      ...(parts.demo && state.scene.kind === 'welcome' && { demo: parts.demo }),
    };
    // What a stay or a retouch leaves as it is need not be pushed; a warning that begins anew does change it.
    const text = JSON.stringify([content, content.warning && state.ends?.at]);
    if (text === shown) return snapshot;
    shown = text;
    number += 1;
    return { number, ...content };
  }

  function publish(): void {
    const before = snapshot;
    snapshot = next();
    if (snapshot === before) return;
    if (snapshot.screen.kind !== before.screen.kind) log.log('screen', { kind: snapshot.screen.kind });
    for (const listener of listeners) listener(snapshot);
  }

  function send(event: LobbyEvent): void {
    if (stopped) return;
    const world = { now: clock.now(), wall: clock.wall(), building: parts.building, doorCode: parts.doorCode, ...news };
    const [following, effects] = step(state, event, world);
    state = following;
    cancelTimer();
    if (state.ends) cancelTimer = clock.after(Math.max(0, state.ends.at - world.now), () => send({ type: 'time' }));
    publish();
    for (const effect of effects) start(effect);
  }

  function start(effect: Effect): void {
    const task = run(effect)
      .catch(() => afterBug(effect))
      .finally(() => running.delete(task));
    running.add(task);
  }

  /** An exception is a bug; the visitor is not left standing before a screen that waits for it. */
  function afterBug({ type, session }: Effect): void {
    log.log('bug', { effect: type });
    if (type === 'lookUp') send({ type: 'lookedUp', session, answer: { kind: 'failed' } });
    if (type === 'record') send({ type: 'notRecorded', session });
    if (type === 'print') send({ type: 'printed', session, outcome: { state: 'unknown' } });
  }

  async function run(effect: Effect): Promise<void> {
    const { session } = effect;
    switch (effect.type) {
      case 'lookUp':
        return runLookUp(effect);
      case 'record':
        return runRecord(effect);
      case 'findDoorCode':
        return runFindDoorCode(effect);
      case 'print': {
        const { printId, content } = effect;
        const outcome = await printer.print(content, () => journal.print({ printId, state: 'sending', at: clock.wall() }));
        failpoint('print.before-outcome');
        const { state: reached, failure, picture } = outcome;
        const kept = journal.print({ printId, state: reached, at: clock.wall(), ...(failure && { failure }) });
        if (!kept.ok) log.log('notKept', { failure: kept.failure.code, operation: kept.failure.operation });
        log.log('printed', { state: reached, ...(failure && { failure: failure.code }) });
        return send({ type: 'printed', session, outcome: { state: reached, ...(picture && { picture }) } });
      }
    }
  }

  async function runLookUp({ session, code, purpose }: Extract<Effect, { type: 'lookUp' }>): Promise<void> {
    const started = clock.now();
    const { answer, failure } = await lookUp(code, purpose, { bookings, journal, roster, connection, clock });
    log.log('lookedUp', {
      outcome: answer.kind,
      ...(answer.kind === 'found' && { from: answer.basis.from }),
      milliseconds: Math.round(clock.now() - started),
      ...(failure && { failure: failure.code, operation: failure.operation, field: failure.field }),
    });
    send({ type: 'lookedUp', session, answer });
  }

  async function runFindDoorCode({ session, roomId, period }: Extract<Effect, { type: 'findDoorCode' }>): Promise<void> {
    const found = await bookings.doorCode(roomId, period);
    if (!found.ok)
      log.log('doorCode', { failure: found.failure.code, operation: found.failure.operation, field: found.failure.field });
    else if (found.value) send({ type: 'doorCodeFound', session, doorCode: found.value });
  }

  async function runRecord({ session, purpose, visit, basis, wanted }: Extract<Effect, { type: 'record' }>): Promise<void> {
    failpoint('record.before-journal');
    const recorded = record(purpose, { visit, basis }, { journal, at: clock.wall(), slip: parts.slip, wanted });
    failpoint('record.before-screen');
    log.log('recorded', {
      what: purpose,
      ...(recorded.ok ? { outcome: 'done' } : { outcome: 'failed', failure: recorded.failure.code }),
    });
    send(recorded.ok ? { type: 'recorded', session, ...recorded.value } : { type: 'notRecorded', session });
    failpoint('record.after-screen');
  }

  return {
    snapshot: () => snapshot,
    send,
    onSnapshot: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hear: (more) => {
      news = { ...news, ...more };
      publish();
    },
    stop: async () => {
      stopped = true;
      cancelTimer();
      await Promise.allSettled(running);
    },
  };
}
