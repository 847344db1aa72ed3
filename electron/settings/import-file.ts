import { statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { readBounded } from './bounded.ts';
import { type Checked, fits, wrong } from './settings.ts';

/** More than any text that is taken as settings: what is cut here is refused there. */
const largest = 128 * 1024;

/** The text of a file of this machine that holds exported settings. Faults name no path and nothing of the file. */
export function importFile(path: string): Checked<string> {
  if (!isAbsolute(path)) return wrong('settings', 'must be the whole path of a file');
  if (!isFile(path)) return wrong('settings', 'there is no such file that this account can read');
  const bytes = readBounded(path, largest);
  return bytes ? fits(bytes.toString('utf8')) : wrong('settings', 'there is no such file that this account can read');
}

/** A pipe would be waited for, and everybody with it. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
