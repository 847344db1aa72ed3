import net from 'node:net';
import { failure, type Result, success } from '../contract/failure.ts';
import { createHeard, type Line } from './line.ts';

/** Connects. Fails as `printer.unreachable` when the printer refuses, does not answer within `wait` milliseconds, or the signal ends it. */
export function connectTcp(
  { host, port }: { readonly host: string; readonly port: number },
  wait: number,
  signal: AbortSignal,
): Promise<Result<Line>> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, noDelay: true });
    const timer = setTimeout(() => socket.destroy(), wait);
    // One that is being ended cannot be reset any more: libuv refuses, and the handle stays open (uv_tcp_close_reset, UV_EINVAL).
    const abort = () => (line.ended ? socket.destroy() : socket.resetAndDestroy());
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) socket.destroy();
    const line = lineOn(socket);
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(success(line));
    });
    socket.once('close', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      resolve(failure('printer.unreachable'));
    });
  });
}

function lineOn(socket: net.Socket): Line {
  const heard = createHeard();
  let ended = false;
  const end = () => {
    ended = true;
    heard.end();
  };
  socket.on('data', heard.push);
  socket.on('end', end);
  socket.on('close', end);
  // 'close' follows; there is nothing to learn from the text of a socket's error that staff could use.
  socket.on('error', end);

  return {
    get ended() {
      return ended;
    },
    hear: heard.hear,
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
    finish: (wait, late) =>
      new Promise((resolve) => {
        if (ended) return resolve(false);
        ended = true;
        // A plain close leaves the kernel to deliver what it has, whenever the printer reads again. A reset while the ending is still on its way
        // out would leave the handle open (Node 20: uv_tcp_close_reset answers EINVAL).
        const giveUp = () => (late === 'reset' && socket.writableFinished ? socket.resetAndDestroy() : socket.destroy());
        const timer = setTimeout(giveUp, wait);
        let taken = false;
        socket.once('end', () => {
          taken = true;
        });
        socket.once('close', (hadError) => {
          clearTimeout(timer);
          resolve(taken && !hadError);
        });
        socket.end();
      }),
    reset: () => {
      ended = true;
      socket.resetAndDestroy();
    },
  };
}
