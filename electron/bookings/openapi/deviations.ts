import { isRow, type Row } from '../schemas/row.ts';
import { targetOf } from './reference.ts';

/** A file that unfolds to more than this is read, and not checked: the check walks through every reference. */
const mostChecked = 150_000;

/** In how many places a file does not keep to the OpenAPI specification; undefined: not checked. Nothing is fetched for it. */
export async function deviationsOf(root: Row): Promise<number | undefined> {
  const { validate } = await import('@readme/openapi-parser');
  try {
    if (unfoldedSize(root) > mostChecked) return undefined;
    // The parser works on what it is given, so it gets a copy.
    const verdict = await validate(structuredClone(root) as never, {
      resolve: { external: false, file: false },
      dereference: { circular: 'ignore' },
      timeoutMs: 10_000,
    });
    return verdict.valid ? 0 : verdict.errors.length + verdict.additionalErrors;
  } catch {
    // A version that the parser does not know, or references in a row that is longer than the stack.
    return undefined;
  }
}

/** How many values a file has with every reference replaced by what it means; a reference back into itself counts once. */
function unfoldedSize(root: Row): number {
  const sizes = new Map<object, number>();
  function sizeOf(value: unknown): number {
    if (typeof value !== 'object' || value === null) return 1;
    const known = sizes.get(value);
    if (known !== undefined) return known;
    sizes.set(value, 1);
    const reference = isRow(value) ? targetOf(root, value) : undefined;
    let size = 1 + (reference === undefined ? 0 : sizeOf(reference));
    for (const item of Object.values(value)) size += sizeOf(item);
    sizes.set(value, size);
    return size;
  }
  return sizeOf(root);
}
