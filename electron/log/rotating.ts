import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

/** Lines in files of a bounded size. */
export interface Lines {
  /** Appends one line. Never throws: what the disk does not take is lost. */
  write(line: string): void;
  close(): void;
}

/**
 * Appends lines to `file` (0600). When it would pass `limit` bytes it becomes `file.1`, that one `file.2`, and so on for `keep` files in
 * all; the oldest is overwritten. A disk that is full, gone or read-only costs lines, never the kiosk; writing goes on by itself
 * once it can.
 */
export function rotatingLines(file: string, { limit = 1_000_000, keep = 3 }: { limit?: number; keep?: number } = {}): Lines {
  let descriptor: number | undefined;
  let size = 0;
  let closed = false;
  /** Did a full disk take a part of the last line only? */
  let cut = false;

  function open(): number {
    const opened = openSync(file, 'a', 0o600);
    size = fstatSync(opened).size;
    return opened;
  }

  function drop(): void {
    const opened = descriptor;
    descriptor = undefined;
    if (opened !== undefined) quietly(() => closeSync(opened));
  }

  function rotate(): void {
    drop();
    for (let number = keep - 1; number > 0; number -= 1) {
      quietly(() => renameSync(number === 1 ? file : `${file}.${number - 1}`, `${file}.${number}`));
    }
  }

  return {
    write: (line) => {
      if (closed) return;
      const written = quietly(() => {
        // What was cut off stands on a line of its own, so that it spoils none but itself.
        let bytes = Buffer.from(`${cut ? '\n' : ''}${line}\n`);
        descriptor ??= open();
        if (size > 0 && size + bytes.length > limit) {
          rotate();
          descriptor = open();
          // The older one could not be moved away: the bound counts for more than the newest line.
          if (size > 0) return;
          bytes = Buffer.from(`${line}\n`);
        }
        const taken = writeSync(descriptor, bytes);
        size += taken;
        if (taken > 0) cut = taken < bytes.length;
      });
      // The next line begins anew: the folder may be back by then.
      if (!written) drop();
    },
    close: () => {
      closed = true;
      drop();
    },
  };
}

/** Does it, and answers whether the disk let it. */
function quietly(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
