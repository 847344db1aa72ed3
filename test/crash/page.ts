import type { Intent } from '../../electron/contract/intent.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { WireMessage } from '../../electron/contract/wire.ts';
import { launch, openWire } from '../host/browser/client.ts';

type Screen = Snapshot['screen'];
/** The screens of these kinds. */
export type ScreenOf<K extends Screen['kind']> = Extract<Screen, { kind: K }>;

/** A page without a browser: what it would show, and a way to touch it. */
export interface Page {
  /** What was on the screen first. */
  readonly first: Screen;
  /** What is on the screen. */
  screen(): Screen;
  /** Says what the person wants; false: the process is gone. */
  wish(intent: Intent): Promise<boolean>;
  /** The next screen that passes, or the one that is there; undefined: the process is gone, or it did not come in so many milliseconds. */
  until<S extends Screen>(passes: (screen: Screen) => screen is S, milliseconds: number): Promise<S | undefined>;
  /** The wire is closed, by either side. */
  isGone(): boolean;
  close(): void;
}

/** A screen of one of these kinds. */
export const isKind =
  <K extends Screen['kind']>(...kinds: readonly K[]) =>
  (screen: Screen): screen is ScreenOf<K> =>
    (kinds as readonly string[]).includes(screen.kind);

/**
 * Opens the page of a launch link: the link for its cookie, then the wire. `onScreen` hears of every screen, the first one included.
 * Undefined: the process was gone before the first screen came.
 */
export async function openPage(link: string, onScreen: (screen: Screen) => void): Promise<Page | undefined> {
  const cookie = await launch(link).catch(() => undefined);
  if (cookie === undefined) return undefined;
  const socket = openWire(new URL(link).host, cookie);
  const answers = new Map<number, (envelope: { ok: boolean; value?: unknown } | undefined) => void>();
  const listeners = new Set<() => void>();
  let shown: Snapshot | undefined;
  let gone = false;
  let asked = 0;

  const hear = (snapshot: Snapshot) => {
    if (shown && snapshot.number <= shown.number) return;
    shown = snapshot;
    onScreen(snapshot.screen);
    for (const listener of listeners) listener();
  };
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as WireMessage;
    if ('push' in message) return hear(message.value);
    answers.get(message.id)?.(message.envelope);
    answers.delete(message.id);
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    gone = true;
    for (const answer of answers.values()) answer(undefined);
    for (const listener of listeners) listener();
  });

  const ask = (call: 'snapshot' | 'intent', args: readonly unknown[]) =>
    new Promise<{ ok: boolean; value?: unknown } | undefined>((resolve) => {
      if (gone) return resolve(undefined);
      asked += 1;
      answers.set(asked, resolve);
      socket.send(JSON.stringify({ id: asked, call, args }));
    });
  const opened = await new Promise<boolean>((resolve) => {
    socket.on('open', () => resolve(true));
    socket.on('close', () => resolve(false));
  });
  const first = opened ? await ask('snapshot', []) : undefined;
  if (!first?.ok) return undefined;
  hear(first.value as Snapshot);

  const screen = (): Screen => {
    if (!shown) throw new Error('a page without a screen');
    return shown.screen;
  };
  return {
    first: screen(),
    screen,
    wish: async (intent) => (await ask('intent', [intent]))?.ok ?? false,
    until: (passes, milliseconds) =>
      new Promise((resolve) => {
        const end = (found: ReturnType<typeof screen> | undefined) => {
          clearTimeout(timer);
          listeners.delete(look);
          resolve(found && passes(found) ? found : undefined);
        };
        const look = () => {
          if (passes(screen())) end(screen());
          else if (gone) end(undefined);
        };
        const timer = setTimeout(() => end(undefined), milliseconds);
        listeners.add(look);
        look();
      }),
    isGone: () => gone,
    close: () => socket.terminate(),
  };
}
