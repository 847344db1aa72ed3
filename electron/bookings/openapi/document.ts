import { readBounded } from '../../settings/bounded.ts';
import { isRow, type Row } from '../schemas/row.ts';
import { deviationsOf } from './deviations.ts';
import { plainCopy } from './plain.ts';
import { rowUnder, textUnder } from './row.ts';
import { parseText, textOf } from './text.ts';

/** The largest file, in bytes. */
const largest = 10 * 1024 * 1024;

/**
 * An OpenAPI file as read. `deviations`: how many places do not keep to the specification (like ones count once), undefined where that was not checked;
 * `cut`: references to other files or addresses, none of which is followed.
 */
export interface OpenApiDocument {
  readonly root: Row;
  readonly version: string;
  readonly deviations: number | undefined;
  readonly cut: number;
}

/** Reads an OpenAPI 3 file, JSON or YAML. A fault is the end of a sentence about the file and repeats nothing of it. */
export async function readDocument(
  file: string,
): Promise<{ readonly ok: true; readonly value: OpenApiDocument } | { readonly ok: false; readonly fault: string }> {
  const refuse = (fault: string) => ({ ok: false, fault }) as const;
  const bytes = readBounded(file, largest);
  if (bytes === undefined) return refuse('cannot be read');
  if (bytes.length > largest) return refuse('is too big: 10 MB at most');
  const text = textOf(bytes);
  if (text === undefined) return refuse('is no text');
  const parsed = await parseText(text);
  if (!parsed.ok) return parsed;
  const plain = plainCopy(parsed.value);
  if (!plain.ok) return plain;
  const root = plain.value;
  if (!isRow(root)) return refuse('is not an OpenAPI file');
  if (textUnder(root, 'swagger') || root['swagger'] === 2) return refuse('is Swagger 2; an OpenAPI 3 file is needed');
  const version = /^3\.\d+(?:\.\d+)?/.exec(textUnder(root, 'openapi'))?.[0];
  if (!version) return refuse('is not an OpenAPI 3 file');
  if (Object.keys(rowUnder(root, 'paths')).length === 0) return refuse('describes no operations');
  return { ok: true, value: { root, version, deviations: await deviationsOf(root), cut: plain.cut } };
}
