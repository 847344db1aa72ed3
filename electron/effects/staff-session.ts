import type { Snapshot } from '../contract/screen.ts';
import type { LobbyEvent } from '../core/scene.ts';
import type { Log } from '../log/log.ts';
import type { Clock } from './clock.ts';
import type { Desk } from './desk.ts';
import type { Lobby } from './lobby.ts';

/** A lobby's window that shows the desk while somebody of staff is at it. */
export interface StaffedLobby extends Omit<Lobby, 'hear'> {
  /** Shows the desk to whoever gave this name's PIN; `isAdmin`: an administrator's. */
  open(name: string, isAdmin?: boolean): void;
  /** The desk that is shown now. */
  desk(): Desk | undefined;
}

/** A desk that nobody touches for so long is left (ms). */
const awayMs = 5 * 60_000;

/**
 * Lays the desk over the lobby, in the same window, from a PIN until somebody leaves it or nobody has touched it for five minutes. Each time it is a
 * desk of its own, so that its lists are in memory only while it is shown. Meanwhile the lobby stands at its start; what is said at the
 * desk never reaches it. `makeDesk` makes one for a person's name.
 */
export function staffSession(
  lobby: Omit<Lobby, 'hear'>,
  { makeDesk, clock, log }: { makeDesk: (name: string, isAdmin: boolean) => Desk; clock: Clock; log: Log },
): StaffedLobby {
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let session: { readonly desk: Desk; readonly stopHearing: () => void } | undefined;
  const leaving = new Set<Promise<void>>();
  let cancel = () => {};
  let number = 0;
  let shown: Snapshot | undefined;

  /** The snapshots of both under one row of numbers: a page ignores older ones. */
  function show(content: Snapshot): Snapshot {
    number += 1;
    shown = { ...content, number };
    return shown;
  }
  function push(content: Snapshot): void {
    const snapshot = show(content);
    for (const listener of listeners) listener(snapshot);
  }
  lobby.onSnapshot((snapshot) => {
    if (!session) push(snapshot);
  });

  function awake(): void {
    cancel();
    cancel = clock.after(awayMs, () => leave('timedOut'));
  }

  function open(name: string, isAdmin = false): void {
    if (session) return;
    const desk = makeDesk(name, isAdmin);
    session = { desk, stopHearing: desk.onSnapshot(push) };
    awake();
    push(desk.snapshot());
  }

  function leave(how: 'left' | 'timedOut'): void {
    if (!session) return;
    cancel();
    session.stopHearing();
    // A badge that was asked for is still being printed, perhaps.
    const gone = session.desk.stop().finally(() => leaving.delete(gone));
    leaving.add(gone);
    session = undefined;
    log.log('desk', { state: how });
    push(lobby.snapshot());
  }

  function send(event: LobbyEvent): void {
    if (!session) lobby.send(event);
    else if (event.type === 'pageLost' || (event.type === 'intent' && event.intent.kind === 'leave')) leave('left');
    else if (event.type === 'intent') {
      awake();
      session.desk.send(event);
    }
  }

  return {
    snapshot: () => shown ?? show(session?.desk.snapshot() ?? lobby.snapshot()),
    send,
    onSnapshot: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open,
    desk: () => session?.desk,
    stop: async () => {
      cancel();
      session?.stopHearing();
      await Promise.all([lobby.stop(), session?.desk.stop(), ...leaving]);
    },
  };
}
