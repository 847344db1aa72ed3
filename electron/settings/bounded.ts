import { closeSync, openSync, readSync } from 'node:fs';

/** A file, or one byte more of it than `limit`; undefined: it cannot be read. A device or a pipe that never ends is cut too. */
export function readBounded(file: string, limit: number): Buffer | undefined {
  const buffer = Buffer.alloc(limit + 1);
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = readSync(descriptor, buffer, length, buffer.length - length, null);
    }
    return buffer.subarray(0, length);
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
