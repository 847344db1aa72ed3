import net from 'node:net';
import { failure, type Result, success } from '../contract/failure.ts';
import { createReplyReader, type Reply } from './replies.ts';

/** A conversation with a printer: bytes go, replies come. Ended for good once either side or the signal ends it. */
export interface Connection {
  /** Whether it has ended: nothing more can be sent or heard. */
  readonly ended: boolean;
  /** Hands bytes over and waits until the other side has taken what the machine cannot keep. False: it ended before that. */
  send(bytes: Uint8Array): Promise<boolean>;
  /** The next reply, or undefined when none came in `wait` milliseconds or the connection ended. */
  next(wait: number): Promise<Reply | undefined>;
  /** Forgets the replies that nobody has taken yet; answers how many there were. */
  forget(): number;
  /** Ends it in order: what was sent still reaches the printer. */
  close(): void;
  /** Ends it at once. What has not reached the printer is thrown away (a reset), so that it does not come out minutes later. */
  reset(): void;
}

/** Connects. Fails as `printer.unreachable` when the printer refuses, does not answer within `wait` milliseconds, or the signal ends it. */
export function connect(
  { host, port }: { readonly host: string; readonly port: number },
  wait: number,
  signal: AbortSignal,
): Promise<Result<Connection>> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, noDelay: true });
    const timer = setTimeout(() => socket.destroy(), wait);
    const abort = () => socket.resetAndDestroy();
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) socket.destroy();
    const connection = converse(socket);
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(success(connection));
    });
    socket.once('close', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      resolve(failure('printer.unreachable'));
    });
  });
}

function converse(socket: net.Socket): Connection {
  const reader = createReplyReader();
  const replies: Reply[] = [];
  let ended = false;
  let wake = () => {};
  const end = () => {
    ended = true;
    wake();
  };
  socket.on('data', (bytes) => {
    replies.push(...reader.push(bytes));
    wake();
  });
  socket.on('end', end);
  socket.on('close', end);
  // 'close' follows; there is nothing to learn from the text of a socket's error that staff could use.
  socket.on('error', end);

  return {
    get ended() {
      return ended;
    },
    send: (bytes) =>
      new Promise((resolve) => {
        if (ended) return resolve(false);
        const failed = () => resolve(false);
        socket.once('close', failed);
        socket.write(bytes, (error) => {
          socket.removeListener('close', failed);
          resolve(!error && !ended);
        });
      }),
    async next(wait) {
      if (replies.length === 0 && !ended) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, wait);
          wake = () => {
            if (replies.length === 0 && !ended) return;
            clearTimeout(timer);
            resolve();
          };
        });
        wake = () => {};
      }
      return replies.shift();
    },
    forget: () => replies.splice(0).length,
    close: () => {
      ended = true;
      socket.destroySoon();
    },
    reset: () => {
      ended = true;
      socket.resetAndDestroy();
    },
  };
}
