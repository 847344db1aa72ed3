import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { failure, type Result, success } from '../contract/failure.ts';
import { createHeard, type Line } from './line.ts';

// Large enough to keep a head going, small enough that giving up takes effect: the kernel takes what it is handed whole.
const portion = 4096;
// There is no waiting for a device without a thread for each: it is looked at this often, in milliseconds.
const pause = 5;
/** How long the last bytes may take to the printer: the driver throws away what it still has when the device is closed. */
const linger = 1_000;

/**
 * Opens a printer's device file, such as Linux's `/dev/usb/lp0`, for writing and, where it can be read, for what the printer says. Fails as
 * `printer.unreachable` when it is not there, may not be written, or is still held by another after `wait` milliseconds; a folder or a plain
 * file is not a device. A pipe is only written. A serial port must have been set to raw (`stty raw -echo`) by whoever set up the machine.
 * https://docs.kernel.org/admin-guide/devices.html (char 180: usblp)
 */
export async function openDevice(path: string, wait: number, signal: AbortSignal): Promise<Result<Line>> {
  for (const end = performance.now() + wait; ; await sleep(pause * 10)) {
    const opened = await openOnce(path);
    if (opened === 'busy' && performance.now() < end && !signal.aborted) continue;
    return typeof opened === 'string' ? failure('printer.unreachable') : success(lineOn(opened.handle, opened.reads, signal));
  }
}

/** Non-blocking: a printer that is off would hold one of the few threads that all of Node's files share, for ever. */
const flags = constants.O_NONBLOCK | constants.O_NOCTTY;

type Opened = { readonly handle: FileHandle; readonly reads: boolean };

async function openOnce(path: string): Promise<Opened | 'busy' | 'not there'> {
  const both = await open(path, constants.O_RDWR | flags).catch(reasonOf);
  if (both === 'EBUSY') return 'busy';
  const isDevice = typeof both !== 'string' && (await kindOf(both)) === 'device';
  if (isDevice) return { handle: both, reads: true };
  // Of a pipe that is open for both, what is written would come back as what the printer says.
  if (typeof both !== 'string') await close(both);
  const writing = await open(path, constants.O_WRONLY | flags).catch(reasonOf);
  if (typeof writing === 'string') return writing === 'EBUSY' ? 'busy' : 'not there';
  if ((await kindOf(writing)) !== 'other') return { handle: writing, reads: false };
  await close(writing);
  return 'not there';
}

async function kindOf(handle: FileHandle): Promise<'device' | 'pipe' | 'other'> {
  const stats = await handle.stat().catch(() => undefined);
  if (stats?.isCharacterDevice()) return 'device';
  return stats?.isFIFO() ? 'pipe' : 'other';
}

function lineOn(handle: FileHandle, reads: boolean, signal: AbortSignal): Line {
  const heard = createHeard();
  let ended = false;
  let isAnswered = false;
  const stop = () => {
    ended = true;
    heard.end();
  };
  const end = () => {
    stop();
    signal.removeEventListener('abort', end);
    void close(handle);
  };
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();

  const listen = async () => {
    const buffer = Buffer.alloc(256);
    while (!ended) {
      const read = await handle.read(buffer, 0, buffer.length, null).then(({ bytesRead }) => bytesRead, reasonOf);
      if (ended) return;
      // A printer that has no way back: usblp_read, https://github.com/torvalds/linux/blob/master/drivers/usb/class/usblp.c
      if (read === 'EINVAL') return;
      if (typeof read === 'string' && !isLater(read)) return end();
      // Nothing read is no end: by USB a printer answers with an empty packet that it has nothing to say.
      if (typeof read === 'number' && read > 0) {
        isAnswered = true;
        heard.push(Uint8Array.from(buffer.subarray(0, read)));
      } else await sleep(pause);
    }
  };
  if (reads) void listen();

  return {
    get ended() {
      return ended;
    },
    hear: heard.hear,
    send: async (bytes) => {
      isAnswered = false;
      for (let at = 0; at < bytes.length && !ended; ) {
        const part = bytes.subarray(at, at + portion);
        const written = await handle.write(part, 0, part.length, null).then(({ bytesWritten }) => bytesWritten, reasonOf);
        if (typeof written === 'number') at += written;
        else if (!isLater(written) && !ended) end();
        if ((written === 0 || typeof written === 'string') && !ended) await sleep(pause);
      }
      return !ended;
    },
    finish: async (wait) => {
      if (ended) return false;
      stop();
      // A printer that has answered what was sent last has it.
      if (!isAnswered) await sleep(Math.min(wait, linger));
      end();
      return true;
    },
    reset: end,
  };
}

const reasonOf = (error: NodeJS.ErrnoException): string => error.code ?? 'unknown';
/** A device that has nothing to say, or whose buffer is full, says so; every other reason means that it is not there any more. */
const isLater = (reason: string): boolean => reason === 'EAGAIN' || reason === 'EINTR';
/** Closes, once: a second time is refused by the handle itself. */
const close = (handle: FileHandle): Promise<void> => handle.close().catch(() => {});
