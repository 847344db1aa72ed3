import { isSecret, storableOf } from './catalogue.ts';
import { type Checked, fits, wrong } from './settings.ts';

/** What was exported is far smaller; what is larger is something else. */
const largest = 64 * 1024;

/** The settings of a text that was exported (JSON). Faults: it is none, it holds a name that is not kept, a value that is no text, or a secret. */
export function importedFrom(text: string): Checked<Record<string, string>> {
  if (text.length > largest) return wrong('settings', 'are more than 64 KiB: this is no file of settings');
  const object = objectIn(text);
  if (!object) return wrong('settings', 'are no JSON object: this is no file of settings');
  const values: [string, string][] = [];
  for (const [name, value] of Object.entries(object)) {
    if (!storableOf(name)) return wrong(/^[\w-]{1,40}$/.test(name) ? name : 'settings', 'is not a setting that Foyer keeps');
    if (typeof value !== 'string' || value.trim() === '') return wrong(name, 'must be a text');
    if (isSecret(name, value)) return wrong(name, 'is secret, and does not belong into a file: set it by itself');
    values.push([name, value]);
  }
  return fits(Object.fromEntries(values));
}

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
