import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { type WireMessage, wireCallSchema, wireLimit } from '../../contract/wire.ts';
import type { Gate } from '../gate.ts';

/** How many sockets are open at most: one page needs one, a reload two for a moment. */
export const socketLimit = 4;

/** Milliseconds between two heartbeats; a socket that has not answered the last one is dropped. */
const heartbeat = 10_000;

/** A page that is loaded again, or whose socket broke, is back within this time (milliseconds). */
const backWithin = 5_000;

/** A page that reads so slowly that more than this many bytes wait for it is dropped; it comes back and asks for the newest snapshot. */
const backlogLimit = 8 * 1024 * 1024;

/** The WebSocket side of the browser host: calls in, answers and snapshots out. */
export interface Wire {
  /** Takes over a connection whose upgrade request was checked; false when too many are open, and nothing was done with it. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): void;
}

/**
 * A wire before a gate, which it hears while there is a page: a screen without one need hold nothing. A message that is not of the wire's format closes its
 * socket. `onLost`: no page has been there for a while.
 */
export function createWire(gate: Gate, onLost: () => void = () => {}): Wire {
  // One message a turn, so that the answer to a wish may leave before the next one is looked at.
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: wireLimit,
    perMessageDeflate: false,
    allowSynchronousEvents: false,
  });
  const alive = new WeakSet<WebSocket>();
  let lost: NodeJS.Timeout | undefined;
  let unsubscribe: (() => void) | undefined;
  let isClosed = false;

  function hear(): void {
    unsubscribe ??= gate.onSnapshot((value) => {
      for (const socket of server.clients) send(socket, { push: 'snapshot', value });
    });
  }
  function rest(): void {
    unsubscribe?.();
    unsubscribe = undefined;
  }
  function lose(): void {
    onLost();
    rest();
  }

  server.on('connection', (socket) => {
    alive.add(socket);
    clearTimeout(lost);
    hear();
    socket.on('close', () => {
      clearTimeout(lost);
      if (server.clients.size === 0 && !isClosed) lost = setTimeout(lose, backWithin).unref();
    });
    socket.on('pong', () => alive.add(socket));
    // Oversize and malformed frames: ws closes the socket itself after this event.
    socket.on('error', () => undefined);
    socket.on('message', (data, isBinary) => {
      const call = isBinary ? undefined : parseCall(data);
      if (!call) return socket.close(1008);
      void gate.answer(call.call, call.args).then((envelope) => send(socket, { id: call.id, envelope }));
    });
  });

  const beat = setInterval(() => {
    for (const socket of server.clients) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, heartbeat);
  beat.unref();

  return {
    accept(request, socket, head) {
      if (server.clients.size >= socketLimit) return false;
      server.handleUpgrade(request, socket, head, (accepted) => server.emit('connection', accepted, request));
      return true;
    },
    close() {
      isClosed = true;
      clearInterval(beat);
      clearTimeout(lost);
      rest();
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function parseCall(data: RawData) {
  try {
    return wireCallSchema.safeParse(JSON.parse(String(data))).data;
  } catch {
    return undefined;
  }
}

function send(socket: WebSocket, message: WireMessage): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > backlogLimit) socket.terminate();
  else socket.send(JSON.stringify(message));
}
