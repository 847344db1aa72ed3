import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { failure, type Result, success } from '../contract/failure.ts';
import { createHeard, type Line } from './line.ts';

// Large enough to keep a head going, small enough that giving up takes effect: the kernel takes what it is handed whole.
const portion = 4096;
const pause = 20;

/**
 * Opens a printer's device file, such as Linux's `/dev/usb/lp0`, for writing and, where it can be read, for what the printer says. Fails as
 * `printer.unreachable` when it is not there, may not be written, or is held by another program; a folder or a plain file is not a device.
 * https://docs.kernel.org/admin-guide/devices.html (char 180: usblp)
 */
export async function openDevice(path: string, signal: AbortSignal): Promise<Result<Line>> {
  // Non-blocking: a printer that is off would hold one of the few threads that all of Node's files share, for ever.
  const flags = constants.O_NONBLOCK | constants.O_NOCTTY;
  const handle = (await openWith(path, constants.O_RDWR | flags)) ?? (await openWith(path, constants.O_WRONLY | flags));
  if (!handle) return failure('printer.unreachable');
  const stats = await handle.stat().catch(() => undefined);
  if (!stats?.isCharacterDevice() && !stats?.isFIFO()) {
    await handle.close().catch(() => {});
    return failure('printer.unreachable');
  }
  return success(lineOn(handle, signal));
}

const openWith = (path: string, flags: number): Promise<FileHandle | undefined> => open(path, flags).catch(() => undefined);

function lineOn(handle: FileHandle, signal: AbortSignal): Line {
  const heard = createHeard();
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    heard.end();
    void handle.close().catch(() => {});
  };
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();

  const listen = async () => {
    const buffer = Buffer.alloc(256);
    while (!ended) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null).catch(nothingRead);
      if (bytesRead > 0) heard.push(Uint8Array.from(buffer.subarray(0, bytesRead)));
      else await after(pause);
    }
  };
  void listen();

  return {
    get ended() {
      return ended;
    },
    hear: heard.hear,
    forget: heard.forget,
    send: async (bytes) => {
      for (let at = 0; at < bytes.length && !ended; ) {
        const part = bytes.subarray(at, at + portion);
        const { bytesWritten, gone } = await handle.write(part, 0, part.length, null).then(written, refused);
        if (gone) end();
        at += bytesWritten;
        if (bytesWritten === 0 && !ended) await after(pause);
      }
      return !ended;
    },
    finish: async () => {
      const wasOpen = !ended;
      end();
      return wasOpen;
    },
    reset: end,
  };
}

const nothingRead = () => ({ bytesRead: 0 });
const written = ({ bytesWritten }: { bytesWritten: number }) => ({ bytesWritten, gone: false });
/** A device whose buffer is full says EAGAIN; every other error means that it is not there any more. */
const refused = (error: NodeJS.ErrnoException) => ({ bytesWritten: 0, gone: error.code !== 'EAGAIN' });
const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
