import type { Scanning } from '../../electron/contract/snapshot.ts';
import { asCode } from './as-code.ts';

/** A scan as the system's layout has it, and as the same keys write on a US keyboard. */
export interface Scanned {
  readonly text: string;
  readonly places: string;
}

/** Which of the two was right before, where a scan could not have been read the other way. */
export type Proven = 'text' | 'places' | undefined;

/**
 * The code in a scan, empty where there is none, and which reading is proven by now. What a device puts before and after the code is taken off. Where both readings could be
 * a code ("FYZ123" is one on either keyboard), the one that was proven by an earlier scan counts (a URL or a digit reads one way only), else the system's own. What is proven
 * stays so: of a barcode that is none of ours either reading may look like a code by chance.
 */
export function codeIn(
  { text, places }: Scanned,
  options: Scanning | undefined,
  proven: Proven,
): { readonly code: string; readonly proven: Proven } {
  const { prefix = '', suffix = '', layout = 'auto' } = options ?? {};
  const asTyped = asCode(without(text, prefix, suffix));
  const asPlaced = asCode(without(places, prefix, suffix));
  if (layout === 'system') return { code: asTyped, proven };
  if (layout === 'us') return { code: asPlaced, proven };
  if (asTyped === asPlaced) return { code: asTyped, proven };
  if (proven) return { code: (proven === 'places' ? asPlaced : asTyped) || asPlaced || asTyped, proven };
  if (asPlaced === '') return { code: asTyped, proven: 'text' };
  if (asTyped === '') return { code: asPlaced, proven: 'places' };
  return { code: asTyped, proven };
}

function without(text: string, prefix: string, suffix: string): string {
  const begun = text.startsWith(prefix) ? text.slice(prefix.length) : text;
  return suffix !== '' && begun.endsWith(suffix) ? begun.slice(0, -suffix.length) : begun;
}
