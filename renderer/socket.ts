import type { Answer, Arguments, Bridge, CallName, Envelope } from '../electron/contract/calls.ts';
import type { Snapshot } from '../electron/contract/snapshot.ts';
import type { WireCall, WireMessage } from '../electron/contract/wire.ts';
import { askFirst } from './first-snapshot.ts';

/** `wirePath` of the contract, repeated because importing a value of that file would load zod; a test holds the two together. */
export const socketPath = '/wire';

const firstWait = 250;
const longestWait = 5_000;

/** How long to wait before the next try to connect, in ms: doubled from try to try, and spread so that kiosks do not come back as one. */
export const waitBefore = (attempt: number, random: number): number =>
  Math.min(firstWait * 2 ** attempt, longestWait) * (0.5 + random / 2);

/**
 * The bridge of the browser host: the contract's calls as JSON over one WebSocket to the page's own origin. Reconnects by itself, and
 * asks for the newest snapshot each time. `lost` is called when a connection ends; a call without a connection answers `call.busy`.
 */
export function socketBridge(place: Pick<Location, 'protocol' | 'host'>, lost: () => void): Bridge {
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const waiting = new Map<number, (envelope: Envelope<unknown>) => void>();
  let socket: WebSocket | undefined;
  let lastId = 0;
  let attempt = 0;

  const tell = (snapshot: Snapshot) => {
    for (const listener of listeners) listener(snapshot);
  };
  const call = <N extends CallName>(name: N, args: Arguments<N>): Promise<Envelope<Answer<N>>> => {
    const open = socket;
    if (open?.readyState !== WebSocket.OPEN) return Promise.resolve({ ok: false, code: 'call.busy' });
    const message: WireCall = { id: ++lastId, call: name, args };
    return new Promise((resolve) => {
      waiting.set(message.id, (envelope) => resolve(envelope as Envelope<Answer<N>>));
      open.send(JSON.stringify(message));
    });
  };
  const take = (message: WireMessage) => {
    if ('push' in message) return tell(message.value);
    waiting.get(message.id)?.(message.envelope);
    waiting.delete(message.id);
  };
  const drop = () => {
    for (const answer of waiting.values()) answer({ ok: false, code: 'call.busy' });
    waiting.clear();
    lost();
    setTimeout(open, waitBefore(attempt++, Math.random()));
  };
  const open = () => {
    const opening = new WebSocket(`${place.protocol === 'https:' ? 'wss' : 'ws'}://${place.host}${socketPath}`);
    socket = opening;
    opening.onmessage = (event: MessageEvent<string>) => take(JSON.parse(event.data) as WireMessage);
    opening.onclose = drop;
    opening.onopen = () => {
      attempt = 0;
      void askFirst(
        () => call('snapshot', []),
        tell,
        () => opening.readyState === WebSocket.OPEN,
      );
    };
  };

  open();
  return {
    snapshot: () => call('snapshot', []),
    intent: (intent) => call('intent', [intent]),
    onSnapshot: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
