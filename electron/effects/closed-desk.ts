import type { ClosedDeskScreen } from '../contract/closed-desk.ts';
import { defaultLanguage, type Language } from '../contract/language.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { Door } from '../core/ports.ts';
import type { Log } from '../log/log.ts';
import type { Clock } from './clock.ts';
import type { Lobby } from './lobby.ts';
import type { Requests } from './requests.ts';
import { createSnapshots } from './snapshots.ts';

/** A desk of its own window while it is closed, which is served as a lobby is. */
export interface ClosedDesk extends Omit<Lobby, 'hear'> {
  hear(news: { readonly site?: string | undefined }): void;
}

/** Asks who is at the desk, and opens it to whoever has a PIN. `requests`: who waits in the lobby, of whom it says how many. */
export function closedDesk(parts: {
  readonly door: Pick<Door, 'knock'>;
  readonly requests: Requests;
  readonly openDesk: (name: string, isAdmin: boolean) => void;
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Log;
}): ClosedDesk {
  const { door, requests, openDesk, clock, log } = parts;
  const snapshots = createSnapshots();
  let language: Language = defaultLanguage;
  let site: string | undefined;
  let pin: Pick<ClosedDeskScreen, 'state' | 'wait'> = { state: 'asking' };
  let cancelWait = () => {};
  /** Of whoever stands there: what comes of a PIN is for nobody else. */
  let visit = 0;
  publish();
  const stopWatching = requests.watch(publish);

  function publish(): Snapshot {
    const wishes = requests.list().filter(({ kind }) => kind === 'wish').length;
    const people = requests.list().length - wishes;
    const content = { language, ...(site && { site }), screen: { kind: 'closedDesk' as const, ...pin, people, wishes } };
    return snapshots.show(content, content);
  }

  /** A wait ends here too: a page that is loaded later counts from what is said then. */
  function show(state: typeof pin): void {
    cancelWait();
    pin = state;
    cancelWait = state.wait === undefined ? () => {} : clock.after(state.wait * 1_000, () => show({ state: 'asking' }));
    publish();
  }

  async function look(given: string): Promise<void> {
    const isFor = visit;
    show({ state: 'looking' });
    const knock = await door.knock(given);
    log.log('knocked', { outcome: knock.kind });
    if (visit !== isFor) return;
    if (knock.kind === 'open') {
      log.log('desk', { state: 'opened' });
      openDesk(knock.name, knock.isAdmin);
      show({ state: 'asking' });
    } else {
      const wait = Math.ceil(knock.waitMs / 1_000);
      show({ state: knock.kind, ...(wait > 0 && { wait }) });
    }
  }

  return {
    snapshot: () => snapshots.newest() ?? publish(),
    send: (event) => {
      if (event.type === 'pageLost') {
        visit += 1;
        show({ state: 'asking' });
      }
      if (event.type !== 'intent') return;
      const { intent } = event;
      if (intent.kind === 'language') {
        language = intent.language;
        publish();
      }
      if (intent.kind !== 'pin' || pin.state === 'looking') return;
      look(intent.pin).catch(() => {
        log.log('bug', { effect: 'knock' });
        show({ state: 'asking' });
      });
    },
    onSnapshot: snapshots.onSnapshot,
    hear: (news) => {
      if (!('site' in news)) return;
      site = news.site;
      publish();
    },
    stop: async () => {
      visit += 1;
      cancelWait();
      stopWatching();
    },
  };
}
