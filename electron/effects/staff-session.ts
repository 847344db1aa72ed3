import { defaultLanguage } from '../contract/language.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { LobbyEvent } from '../core/scene.ts';
import type { Log } from '../log/log.ts';
import type { Clock } from './clock.ts';
import type { Desk } from './desk.ts';
import type { Lobby } from './lobby.ts';
import { createSnapshots } from './snapshots.ts';

/** A window that shows the desk while somebody of staff is at it, and what lies under it otherwise. */
export interface StaffedScreen extends Omit<Lobby, 'hear'> {
  /** Shows the desk to whoever gave this name's PIN; `isAdmin`: an administrator's. */
  open(name: string, isAdmin?: boolean): void;
  /** The desk that is shown now. */
  desk(): Desk | undefined;
}

/** A desk in the lobby that nobody touches for so long is left (ms): visitors stand before it. */
export const lobbyAwayMs = 5 * 60_000;
/**
 * A desk of its own window (ms): it is a PC behind a counter, and who works there walks with a visitor to the lift or takes a call without a touch. Half an hour
 * outlasts that, and not a lunch or the end of a shift.
 */
export const deskAwayMs = 30 * 60_000;
/** An administrator who touches nothing for so long is staff as others are, until their PIN is given again (ms). */
const adminMs = 5 * 60_000;
/** How often it is looked whether still anybody has a PIN, while a desk stands closed (ms). */
const lookMs = 3_000;

/**
 * Lays the desk over a screen, in the same window, from a PIN until somebody leaves it or nobody has touched it for `awayMs`. Each time it is a
 * desk of its own, so that its lists are in memory only while it is shown. Meanwhile what lies under it stands at its start; what is said at the
 * desk never reaches it. `makeDesk` makes one for a person's name, or for nobody's. `isFree`, where the desk has a window of its own: whether nobody has a PIN,
 * for it is open without a name then; such a window keeps its language. `isKnown`: whether somebody has a PIN still; who has none any more has left with their next touch.
 */
export function staffSession(
  under: Omit<Lobby, 'hear'>,
  parts: {
    readonly makeDesk: (name: string | undefined, isAdmin: boolean) => Desk;
    readonly awayMs: number;
    readonly isFree?: () => boolean;
    readonly isKnown: (name: string) => boolean;
    readonly clock: Clock;
    readonly log: Log;
  },
): StaffedScreen {
  const { makeDesk, awayMs, isFree, isKnown, clock, log } = parts;
  /** Of both under one row of numbers. */
  const snapshots = createSnapshots();
  let session: { readonly name: string | undefined; readonly desk: Desk; stopHearing: () => void } | undefined;
  const leaving = new Set<Promise<void>>();
  let cancel = () => {};
  let cancelAdmin = () => {};

  const push = (snapshot: Snapshot): Snapshot => snapshots.show(snapshot);
  under.onSnapshot((snapshot) => {
    if (!session) push(snapshot);
  });

  /** Nobody gave a name to open it, and there is none to give. */
  const isOpenToAll = () => session?.name === undefined && (isFree?.() ?? false);

  function awake(): void {
    cancel();
    cancelAdmin();
    cancel = clock.after(awayMs, () => (isOpenToAll() ? awake() : leave('timedOut')));
    cancelAdmin = clock.after(adminMs, () => session?.desk.hear({ isAdmin: false }));
  }

  function open(name: string | undefined, isAdmin = false): void {
    if (session) return;
    const desk = makeDesk(name, isAdmin);
    const { language } = under.snapshot();
    if (isFree && language !== defaultLanguage) desk.send({ type: 'intent', intent: { kind: 'language', language } });
    session = { name, desk, stopHearing: () => {} };
    follow();
    awake();
    push(desk.snapshot());
  }

  /** The desk is heard while somebody hears this, so that no list is read or kept for a window without a page. */
  function follow(): void {
    if (!session) return;
    session.stopHearing();
    session.stopHearing = snapshots.isHeard() ? session.desk.onSnapshot(push) : () => {};
  }

  /** Opens the desk where nobody has a PIN, and otherwise looks again in a while: one may be taken away at the machine. */
  function openIfFree(): void {
    if (session || !isFree) return;
    cancel();
    if (isFree()) {
      // Whoever was giving a PIN is let in without.
      under.send({ type: 'pageLost' });
      open(undefined);
    } else cancel = clock.after(lookMs, openIfFree);
  }

  function leave(how: 'left' | 'timedOut'): void {
    if (!session) return;
    const { desk, stopHearing } = session;
    const { language } = desk.snapshot();
    cancel();
    cancelAdmin();
    stopHearing();
    // A badge that was asked for is still being printed, perhaps.
    const gone = desk.stop().finally(() => leaving.delete(gone));
    leaving.add(gone);
    if (isFree) under.send({ type: 'intent', intent: { kind: 'language', language } });
    session = undefined;
    log.log('desk', { state: how });
    openIfFree();
    if (!session) push(under.snapshot());
  }

  function send(event: LobbyEvent): void {
    if (!session) under.send(event);
    else if (isLeaving(event) && !isOpenToAll()) leave('left');
    else if (session.name !== undefined && !isKnown(session.name)) leave('left');
    else if (event.type === 'intent' || event.type === 'pageLost') {
      if (event.type === 'intent') awake();
      session.desk.send(event);
    }
  }

  return {
    snapshot: () => {
      openIfFree();
      if (session && !snapshots.isHeard()) return push(session.desk.snapshot());
      return snapshots.newest() ?? push((session?.desk ?? under).snapshot());
    },
    send,
    onSnapshot: (listener) => {
      const isFirst = !snapshots.isHeard();
      const unsubscribe = snapshots.onSnapshot(listener);
      // A desk that is opened now is heard from its beginning.
      if (!session) openIfFree();
      else if (isFirst) follow();
      return () => {
        unsubscribe();
        if (!snapshots.isHeard()) follow();
      };
    },
    open,
    desk: () => session?.desk,
    stop: async () => {
      cancel();
      cancelAdmin();
      session?.stopHearing();
      await Promise.all([under.stop(), session?.desk.stop(), ...leaving]);
    },
  };
}

const isLeaving = (event: LobbyEvent): boolean =>
  event.type === 'pageLost' || (event.type === 'intent' && event.intent.kind === 'leave');
