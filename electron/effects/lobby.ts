import type { Snapshot } from '../contract/snapshot.ts';
import { firstLanguage, type House } from '../core/house.ts';
import { firstState, step } from '../core/lobby.ts';
import { project } from '../core/projection.ts';
import type { Circumstances, Effect, LobbyEvent, LobbyState } from '../core/scene.ts';
import { accentOf } from '../settings/accent.ts';
import { carryOut, type EffectParts } from './effect.ts';
import { createSnapshots, type Snapshots } from './snapshots.ts';

/** The parts that the lobby's effects go to, and what the installer set for it. */
export interface LobbyParts extends EffectParts {
  readonly building?: string | undefined;
  /** Where the code of a room's door is told; absent: nowhere, and it is not asked for. */
  readonly doorCode?: Circumstances['doorCode'];
  readonly demo?: Snapshot['demo'];
  /** The name under which the site's logo is served. */
  readonly logo?: string;
  /** How the site wants its lobby. */
  readonly house?: House;
  /** Visitors without a code may ask the desk. */
  readonly walkIns?: boolean;
  /** Staff have switched the lobby off. */
  readonly outOfOrder?: () => boolean;
  /** What the page is told of the camera and the scanner. */
  readonly scanning?: Snapshot['scanning'];
}

/**
 * What the lobby hears of the site while it runs: its name, what it offers, what its idle screen plays, and what can be done while the
 * server is away (`offline: undefined`: it is back).
 */
export type SiteNews = Pick<Circumstances, 'site' | 'services' | 'content' | 'offline'>;

/** A running lobby: intents go in, numbered snapshots come out. */
export interface Lobby extends Pick<Snapshots, 'onSnapshot'> {
  snapshot(): Snapshot;
  send(event: LobbyEvent): void;
  /** What the server has told of the site since. */
  hear(news: SiteNews): void;
  /** Takes nothing more; waits for a running print. */
  stop(): Promise<void>;
}

/** Runs the pure lobby: feeds it events and the time, carries out its effects, numbers and pushes what is to be shown. */
export function runLobby(parts: LobbyParts): Lobby {
  const { clock, log } = parts;
  const snapshots = createSnapshots();
  const running = new Set<Promise<void>>();
  let state: LobbyState = { ...firstState, language: firstLanguage(parts.house) };
  let news: SiteNews = {};
  const accent = parts.house?.accent;
  const drawn = accent === undefined ? {} : { accent: accentOf(accent) };
  let cancelTimer = () => {};
  let stopped = false;
  let { kind } = publish().screen;
  snapshots.onSnapshot(({ screen }) => {
    if (screen.kind !== kind) log.log('screen', { kind: screen.kind });
    kind = screen.kind;
  });

  function world(): Circumstances {
    return {
      now: clock.now(),
      wall: clock.wall(),
      building: parts.building,
      house: parts.house,
      logo: parts.logo,
      doorCode: parts.doorCode,
      hasDesk: parts.requests !== undefined,
      walkIns: parts.requests !== undefined && parts.walkIns === true,
      get outOfOrder() {
        return parts.outOfOrder?.() ?? false;
      },
      ...news,
      // It reads a file, so it is asked where it is looked at, and each time: a PIN that was set while Foyer runs is one.
      get staffDoor() {
        return parts.door?.exists() ?? false;
      },
    };
  }

  function publish(): Snapshot {
    const content = {
      ...project(state, world()),
      ...drawn,
      ...(news.site && { site: news.site }),
      ...(parts.scanning && { scanning: parts.scanning }),
      ...(parts.demo && state.scene.kind === 'welcome' && { demo: parts.demo }),
    };
    // What a stay or a retouch leaves as it is need not be pushed; a warning that begins anew does change it.
    return snapshots.show(content, [content, content.warning && state.ends?.at]);
  }

  function send(event: LobbyEvent): void {
    if (stopped) return;
    const circumstances = world();
    const [following, effects] = step(state, event, circumstances);
    state = following;
    cancelTimer();
    if (state.ends) cancelTimer = clock.after(Math.max(0, state.ends.at - circumstances.now), () => send({ type: 'time' }));
    publish();
    for (const effect of effects) start(effect);
  }

  function start(effect: Effect): void {
    const task = carryOut(effect, parts, send).finally(() => running.delete(task));
    running.add(task);
  }

  return {
    snapshot: () => snapshots.newest() ?? publish(),
    send,
    onSnapshot: snapshots.onSnapshot,
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
