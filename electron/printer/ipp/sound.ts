/** What may be in an answer, in bytes, values and collections within each other: CUPS's longest answers have some 40 kB and 2,000 values. */
export const mostBytes = 512 * 1024;
const mostValues = 10_000;
const deepest = 8;

// RFC 8010, 3.5.2 and 3.9: https://www.rfc-editor.org/rfc/rfc8010#section-3.5.2
const endOfAttributes = 0x03;
const [unsupported, unknown] = [0x10, 0x12];
const lastDelimiter = 0x0f;
const collection = { begin: 0x34, end: 0x37, member: 0x4a } as const;
const lengths: Readonly<Record<number, number>> = {
  ...{ 16: 0, 18: 0, 19: 0 }, // out-of-band: unsupported, unknown, no-value
  ...{ 33: 4, 34: 1, 35: 4 }, // integer, boolean, enum
  ...{ 49: 11, 50: 9, 51: 8 }, // dateTime, resolution, rangeOfInteger
  ...{ [collection.begin]: 0, [collection.end]: 0 },
};
const withLanguage: readonly number[] = [0x35, 0x36];
const texts: readonly number[] = [0x30, 0x41, 0x42, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49, collection.member];

/**
 * Whether an IPP answer is built as RFC 8010 says: every length within the bytes and the one that its type has, collections closed,
 * names that are names, an end. The library that reads it takes lengths at their word, also negative ones, and then reads in circles.
 */
export function isSound(bytes: Buffer): boolean {
  if (bytes.length > mostBytes || bytes.length < 9) return false;
  let at = 8; // version, status, request id
  let depth = 0;
  let inGroup = false;
  for (let values = 0; values <= mostValues; ) {
    const tag = bytes[at];
    at += 1;
    if (tag === undefined) return false;
    if (tag === endOfAttributes) return depth === 0;
    if (tag <= lastDelimiter) {
      if (tag === 0 || depth > 0) return false;
      inGroup = true;
      continue;
    }
    const name = field(bytes, at);
    const value = name && field(bytes, at + 2 + name.length);
    if (!inGroup || !name || !value || !isName(name) || !isValue(tag, value)) return false;
    if (tag === collection.begin) depth += 1;
    if (tag === collection.end) depth -= 1;
    if (depth < 0 || depth > deepest) return false;
    at += 4 + name.length + value.length;
    values += 1;
  }
  return false;
}

/**
 * A sound answer with `unsupported` in the place of `unknown`: the library reads `unknown` and `no-value` both as an empty text, though one says
 * that nobody knows and the other that there is nothing, and `unsupported` as undefined.
 */
export function withUnknownsApart(bytes: Buffer): Buffer {
  const apart = Buffer.from(bytes);
  for (let at = 8, tag = apart[at]; tag !== undefined && tag !== endOfAttributes; tag = apart[at]) {
    if (tag === unknown) apart[at] = unsupported;
    at += 1;
    if (tag <= lastDelimiter) continue;
    const name = field(apart, at)?.length ?? 0;
    at += 4 + name + (field(apart, at + 2 + name)?.length ?? 0);
  }
  return apart;
}

/** Two bytes of length, and so many; undefined: there are not so many. Lengths are signed in the RFC, so the upper half is none. */
function field(bytes: Buffer, at: number): Buffer | undefined {
  if (at + 2 > bytes.length) return undefined;
  const length = bytes.readInt16BE(at);
  return length < 0 || at + 2 + length > bytes.length ? undefined : bytes.subarray(at + 2, at + 2 + length);
}

const isName = (name: Buffer): boolean => name.length === 0 || /^[a-z0-9][\w.-]{0,254}$/i.test(name.toString('latin1'));

function isValue(tag: number, value: Buffer): boolean {
  const length = lengths[tag];
  if (length !== undefined) return value.length === length;
  if (tag === collection.member) return isName(value) && value.length > 0;
  if (!withLanguage.includes(tag)) return texts.includes(tag);
  const language = field(value, 0);
  const text = language && field(value, 2 + language.length);
  return language !== undefined && text !== undefined && 4 + language.length + text.length === value.length;
}
