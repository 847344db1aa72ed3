import { isTooDeep } from '../json.ts';

/** Deepest nesting of a file. A description with its schemas in place reaches about 30. */
export const deepest = 100;

/** A YAML text of more pieces than this takes longer to read than a start may take (about 3 s for 2 MB). */
const mostPieces = 1_000_000;

/** What a text holds, or why it cannot be told; the reason is the end of a sentence about the file. */
export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: string };

const fault = (text: string): Parsed => ({ ok: false, fault: text });

/** A file's bytes as text: UTF-8, or UTF-16 with its mark, as some tools of Windows save; undefined for what is neither. */
export function textOf(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Reads a text as JSON where it begins like it, else as YAML. */
export async function parseText(text: string): Promise<Parsed> {
  if (text.trim() === '') return fault('is empty');
  return /^\s*[{[]/.test(text) ? parseAsJson(text) : parseAsYaml(text);
}

function parseAsJson(text: string): Parsed {
  if (isTooDeep(text, deepest)) return fault('is nested too deeply');
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return fault('is not JSON, or is cut off');
  }
}

async function parseAsYaml(text: string): Promise<Parsed> {
  const { parseDocument, Lexer, CST } = await import('yaml');
  const size = sizeOf(new Lexer().lex(text), (piece) => CST.tokenType(piece));
  if (size) return fault(size);
  try {
    // Looking for double keys takes time squared in their number; the last one wins, as in JSON. Tags make nothing but plain values.
    const document = parseDocument(text, {
      uniqueKeys: false,
      customTags: [],
      resolveKnownTags: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    if (document.errors.length > 0) return fault('is neither JSON nor YAML, or is cut off');
    return { ok: true, value: document.toJS({ maxAliasCount: 100 }) };
  } catch {
    return fault('cannot be read as YAML: its aliases unfold to too much');
  }
}

const marks: readonly (string | null)[] = ['seq-item-ind', 'explicit-key-ind', 'map-value-ind'];

/**
 * What is too much about a YAML text, before anything is built from it: the parser recurses, and a text of dashes ends the whole
 * process at the end of the stack. A block is no deeper than its line's indent and marks together.
 */
function sizeOf(pieces: Iterable<string>, typeOf: (piece: string) => string | null): string | undefined {
  let count = 0;
  let flow = 0;
  let block = 0;
  let isLeading = true;
  for (const piece of pieces) {
    count += 1;
    if (count > mostPieces) return 'is too big as YAML: save it as JSON';
    const type = typeOf(piece);
    if (type === 'newline') block = 0;
    else if (type === 'flow-seq-start' || type === 'flow-map-start') flow += 1;
    else if (type === 'flow-seq-end' || type === 'flow-map-end') flow -= 1;
    else if (flow <= 0 && (marks.includes(type) || (isLeading && type === 'space'))) block += piece.length;
    isLeading = type === 'newline';
    if (flow > deepest || block > deepest * 5) return 'is nested too deeply';
  }
  return undefined;
}
