import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import * as z from 'zod';
import { events } from './events.ts';
import { lineOf } from './line.ts';

const headSchema = z.object({
  at: z.iso.datetime().or(z.literal('unknown')),
  sequence: z.int().nonnegative(),
  level: z.enum(['info', 'warn', 'error']),
  event: z.string().refine((event) => Object.hasOwn(events, event)),
});

/** Lines are short: so many hold a few hundred of them. */
const mostBytes = 128 * 1024;

/**
 * The last events of a log, oldest first, at most so many. Each is read as strictly as it was written, so that whatever else somebody put into the file
 * goes no further.
 */
export function lastEvents(file: string, most: number): readonly string[] {
  const lines = [`${file}.1`, file].flatMap((each) => endOf(each).split('\n'));
  return lines.flatMap((line) => read(line) ?? []).slice(-most);
}

function read(line: string): string | undefined {
  const { at, sequence, level, event, ...fields } = objectIn(line) ?? {};
  const head = headSchema.safeParse({ at, sequence, level, event });
  if (!head.success) return undefined;
  const told = events[head.data.event as keyof typeof events].safeParse(fields);
  return told.success ? lineOf(head.data, told.data) : undefined;
}

function objectIn(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The last part of a file; its first line may be cut. A file that cannot be read is empty. */
function endOf(file: string): string {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const buffer = Buffer.alloc(mostBytes);
    const from = Math.max(0, fstatSync(descriptor).size - mostBytes);
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, mostBytes, from));
  } catch {
    return '';
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
