import { isRow } from '../schemas/row.ts';
import { deepest } from './text.ts';

const mostValues = 1_000_000;

/** A copy of a file's content that is safe to walk, and how many references to other files or addresses were cut from it. */
export type Plain =
  | { readonly ok: true; readonly value: unknown; readonly cut: number }
  | { readonly ok: false; readonly fault: string };

/**
 * Copies what was parsed: bounded in depth and in number (aliases counted as often as they are used), without `__proto__`, and without
 * references that lead out of the file, so that nothing can be fetched, whatever reads it afterwards.
 */
export function plainCopy(parsed: unknown): Plain {
  let count = 0;
  let cut = 0;
  let fault = '';

  function copy(value: unknown, depth: number): unknown {
    count += 1;
    if (count > mostValues) fault ||= 'unfolds to too much';
    if (depth > deepest) fault ||= 'is nested too deeply';
    if (fault) return undefined;
    if (Array.isArray(value)) return value.map((item) => copy(item, depth + 1));
    if (!isRow(value)) return typeof value === 'bigint' ? Number(value) : value;
    const reference = value['$ref'];
    if (typeof reference === 'string' && !reference.startsWith('#')) {
      cut += 1;
      return {};
    }
    const entries = Object.entries(value).filter(([name]) => name !== '__proto__');
    return Object.fromEntries(entries.map(([name, item]) => [name, copy(item, depth + 1)]));
  }

  const value = copy(parsed, 0);
  return fault ? { ok: false, fault } : { ok: true, value, cut };
}
