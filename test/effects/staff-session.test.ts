import { describe, expect, it } from 'vitest';
import type { DeskScreen } from '../../electron/contract/desk.ts';
import type { Intent } from '../../electron/contract/intent.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { deskScreenOf, nothingFiled } from '../../electron/core/desk.ts';
import type { LobbyEvent } from '../../electron/core/scene.ts';
import { deskAwayMs, lobbyAwayMs, staffSession } from '../../electron/effects/staff-session.ts';
import { passingClock } from './passing-clock.ts';

const minute = 60_000;
const deskScreen: DeskScreen = deskScreenOf({
  ...{ filed: nothingFiled, news: {}, roster: { badges: 0 }, receivers: [], requests: [] },
  page: { kind: 'kiosk', administration: { state: 'closed', exists: false, pin: 'asking' }, busy: [] },
});

/** A screen that counts what reaches it and is told what to show. */
function screenOf(first: Snapshot['screen']) {
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const got: LobbyEvent[] = [];
  let snapshot: Snapshot = { number: 7, language: 'en', screen: first };
  const screen = {
    got,
    stops: 0,
    listeners,
    show: (next: Snapshot['screen']) => {
      snapshot = { ...snapshot, number: snapshot.number + 1, screen: next };
      for (const listener of listeners) listener(snapshot);
    },
    snapshot: () => snapshot,
    send: (event: LobbyEvent) => void got.push(event),
    hearings: 0,
    onSnapshot: (listener: (snapshot: Snapshot) => void) => {
      screen.hearings += 1;
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    heard: [] as object[],
    hear: (news: object) => void screen.heard.push(news),
    look: () => {},
    stop: async () => {
      screen.stops += 1;
    },
  };
  return screen;
}

function staffed(
  own: { under: Snapshot['screen']; awayMs: number; isFree?: () => boolean } = { under: { kind: 'welcome' }, awayMs: lobbyAwayMs },
) {
  const lobby = screenOf(own.under);
  const desks: { name: string; desk: ReturnType<typeof screenOf> }[] = [];
  const { clock, pass, waiting } = passingClock('2026-11-22T12:00:00+08:00');
  const logged: object[] = [];
  const gone = new Set<string>();
  const session = staffSession(lobby, {
    makeDesk: (name = '?') => {
      const desk = screenOf({ ...deskScreen, staff: name });
      desks.push({ name, desk });
      return desk;
    },
    ...{ awayMs: own.awayMs, ...(own.isFree && { isFree: own.isFree }), isKnown: (name: string) => !gone.has(name), clock },
    log: { log: (_event, fields) => logged.push(fields), close: () => {} },
  });
  const shown: Snapshot[] = [];
  const watch = () => session.onSnapshot((snapshot) => shown.push(snapshot));
  const stopWatching = watch();
  const wish = (intent: Intent) => session.send({ type: 'intent', intent });
  return { lobby, desks, session, shown, watch, stopWatching, wish, pass, waiting, logged, gone };
}

describe('staff at the lobby’s screen', () => {
  it('see the desk from their PIN until they leave, under one row of numbers', () => {
    const { lobby, desks, session, shown, wish, logged, waiting } = staffed();
    lobby.show({ kind: 'staff', state: 'looking' });
    session.open('Clara Mendes');
    desks[0]?.desk.show({
      ...deskScreen,
      staff: 'Clara Mendes',
      counts: { inside: 1, left: 0, unconfirmed: 0, differences: 0, badges: 0 },
    });
    wish({ kind: 'leave' });
    expect(shown.map(({ screen }) => screen.kind)).toEqual(['staff', 'desk', 'desk', 'staff']);
    expect(shown.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(session.snapshot()).toEqual(shown.at(-1));
    expect(logged).toEqual([{ state: 'left' }]);
    expect(waiting()).toBe(0);
  });

  it('IPC-5 are not told of to the lobby, and the lobby is not shown meanwhile', () => {
    const { lobby, desks, session, shown, wish } = staffed();
    session.open('Clara Mendes');
    wish({ kind: 'confirmLeft', visit: 'v1' });
    lobby.show({ kind: 'scan', purpose: 'checkIn' });
    expect(lobby.got).toEqual([]);
    expect(desks[0]?.desk.got).toEqual([{ type: 'intent', intent: { kind: 'confirmLeft', visit: 'v1' } }]);
    expect(shown.map(({ screen }) => screen.kind)).toEqual(['desk']);
    wish({ kind: 'leave' });
    wish({ kind: 'begin', purpose: 'checkIn' });
    expect(lobby.got).toEqual([{ type: 'intent', intent: { kind: 'begin', purpose: 'checkIn' } }]);
    expect(desks[0]?.desk.got).toHaveLength(1);
  });

  it('WIN-12 are taken for gone after five minutes without a sign, and any sign begins them anew', () => {
    const { session, shown, wish, pass, logged } = staffed();
    session.open('Clara Mendes');
    pass(5 * minute - 1);
    wish({ kind: 'stay' });
    pass(5 * minute - 1);
    expect(shown.at(-1)?.screen.kind).toBe('desk');
    pass(1);
    expect(shown.at(-1)?.screen.kind).toBe('welcome');
    expect(logged).toEqual([{ state: 'timedOut' }]);
  });

  it('leave nothing: the desk is stopped, nobody hears it, and the next one gets a new one', async () => {
    const { desks, session, shown, wish } = staffed();
    session.open('Clara Mendes');
    session.open('Bo Berg');
    expect(desks.map(({ name }) => name)).toEqual(['Clara Mendes']);
    wish({ kind: 'leave' });
    expect([desks[0]?.desk.stops, desks[0]?.desk.listeners.size, session.desk()]).toEqual([1, 0, undefined]);
    session.open('Bo Berg');
    expect(desks.map(({ name }) => name)).toEqual(['Clara Mendes', 'Bo Berg']);
    expect(JSON.stringify(shown.at(-1))).not.toContain('Clara');
    await session.stop();
    expect(desks[1]?.desk.stops).toBe(1);
  });

  it('whose badge is still being printed when they leave are waited for at a stop', async () => {
    const { desks, session, wish } = staffed();
    session.open('Clara Mendes');
    let printed = () => {};
    const desk = desks[0]?.desk;
    if (!desk) throw new Error('no desk');
    desk.stop = () =>
      new Promise((resolve) => {
        printed = resolve;
      });
    wish({ kind: 'leave' });
    let isStopped = false;
    const stopping = session.stop().then(() => {
      isStopped = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isStopped).toBe(false);
    printed();
    await stopping;
  });

  it('WIN-12 whose PIN was taken away do nothing more, and have left with their next touch', () => {
    const { desks, session, shown, wish, gone } = staffed();
    session.open('Clara Mendes');
    gone.add('Clara Mendes');
    wish({ kind: 'confirmLeft', visit: 'v1' });
    expect([desks[0]?.desk.got, shown.at(-1)?.screen.kind]).toEqual([[], 'welcome']);
  });

  it('WIN-11 whose page is lost have left', () => {
    const { lobby, session, shown } = staffed();
    session.open('Clara Mendes');
    session.send({ type: 'pageLost' });
    expect(shown.at(-1)?.screen.kind).toBe('welcome');
    session.send({ type: 'pageLost' });
    expect(lobby.got).toEqual([{ type: 'pageLost' }]);
  });
});

describe('staff at a desk of its own window', () => {
  const closed: Snapshot['screen'] = { kind: 'closedDesk', state: 'asking', people: 0, wishes: 0 };
  const ownDesk = (isFree: () => boolean = () => false) => staffed({ under: closed, awayMs: deskAwayMs, isFree });

  it('WIN-12 are taken for gone after half an hour without a sign, and it stands closed', () => {
    const { session, shown, wish, pass, logged } = ownDesk();
    session.open('Clara Mendes');
    pass(30 * minute - 1);
    wish({ kind: 'stay' });
    pass(30 * minute - 1);
    expect(shown.at(-1)?.screen.kind).toBe('desk');
    pass(1);
    expect(shown.at(-1)?.screen).toEqual(closed);
    expect(logged).toEqual([{ state: 'timedOut' }]);
  });

  it('WIN-12 are no administrators any more after five minutes without a sign, and go on as staff', () => {
    const { session, desks, shown, wish, pass } = ownDesk();
    session.open('Clara Mendes', true);
    pass(5 * minute - 1);
    wish({ kind: 'stay' });
    pass(5 * minute - 1);
    expect(desks[0]?.desk.heard).toEqual([]);
    pass(1);
    expect(desks[0]?.desk.heard).toEqual([{ isAdmin: false }]);
    expect(shown.at(-1)?.screen.kind).toBe('desk');
  });

  it('WIN-11 have left when the page is lost or the machine has slept', () => {
    const { lobby, session, shown } = ownDesk();
    session.open('Clara Mendes');
    session.send({ type: 'pageLost' });
    expect(shown.at(-1)?.screen).toEqual(closed);
    session.send({ type: 'pageLost' });
    expect(lobby.got.at(-1)).toEqual({ type: 'pageLost' });
  });

  it('have no name where nobody has a PIN; the first that is given closes it when nobody touches it for half an hour', () => {
    let isFree = true;
    const { desks, session, shown, pass } = ownDesk(() => isFree);
    expect([desks.map(({ name }) => name), session.snapshot().screen.kind]).toEqual([['?'], 'desk']);
    session.send({ type: 'pageLost' });
    expect(desks[0]?.desk.got).toEqual([{ type: 'pageLost' }]);
    pass(45 * minute);
    isFree = false;
    expect(shown.at(-1)?.screen.kind).toBe('desk');
    pass(15 * minute);
    expect(shown.at(-1)?.screen).toEqual(closed);
    isFree = true;
    pass(3_000);
    expect(shown.at(-1)?.screen.kind).toBe('desk');
  });

  it('are heard once as their window comes, so that no list is forgotten and asked for anew', () => {
    const { desks } = ownDesk(() => true);
    expect(desks.map(({ desk }) => [desk.hearings, desk.listeners.size])).toEqual([[1, 1]]);
  });

  it('keep no list for a window without a page, and are there again with it', () => {
    const { desks, session, shown, watch, stopWatching } = ownDesk(() => true);
    session.snapshot();
    const desk = desks[0]?.desk;
    expect(desk?.listeners.size).toBe(1);
    stopWatching();
    expect(desk?.listeners.size).toBe(0);
    desk?.show({ ...deskScreen, staff: 'meanwhile' });
    expect(session.snapshot().screen).toMatchObject({ staff: 'meanwhile' });
    watch();
    expect(desk?.listeners.size).toBe(1);
    desk?.show(deskScreen);
    expect(shown.at(-1)?.screen).toEqual(deskScreen);
  });
});
