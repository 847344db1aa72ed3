const deepest = 32;

/** A parsed JSON text, or undefined for what is not one: not strict UTF-8 (RFC 8259, 8.1), cut off, empty, or nested too deeply. */
export function parseJson(bytes: Uint8Array): { readonly value: unknown } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return isTooDeep(text, deepest) ? undefined : { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Is a JSON text nested deeper than `most`? Counts brackets outside of strings before anything is built from them. */
export function isTooDeep(text: string, most: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let place = 0; place < text.length; place += 1) {
    const character = text[place];
    if (quoted) {
      if (character === '\\') place += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > most) return true;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return false;
}
