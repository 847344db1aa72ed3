import { resolve } from 'node:path';
import { readBounded } from './bounded.ts';
import { type Checked, fits, wrong } from './settings.ts';
import type { Given } from './sources.ts';

/** Judges the content of a paths file; `message` is one line. The bookings folder knows the operations. */
export type CheckPaths = (value: unknown) => { ok: true; value: Record<string, string> } | { ok: false; message: string };

const limit = 256 * 1024;

/** Reads the JSON file of `FOYER_PATHS`, 256 KiB at most; a path that is not absolute starts at `folder`. */
export function pathsOf({ name, value }: Given, folder: string, check: CheckPaths): Checked<Record<string, string>> {
  const text = readBounded(resolve(folder, value), limit);
  if (text === undefined) return wrong(name, 'names a file that cannot be read');
  if (text.length > limit) return wrong(name, 'names a file that is too big: 256 KiB at most');
  const parsed = parse(text.toString('utf8').replace(/^\uFEFF/, ''));
  if (!parsed) return wrong(name, 'names a file that is not JSON');
  const checked = check(parsed.value);
  return checked.ok ? fits(checked.value) : wrong(name, `the file ${checked.message}`);
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
