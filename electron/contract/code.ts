/** How long anything may be that is taken for a code, in UTF-16 units. */
export const codeLimit = 64;

const shape = /^[A-Z0-9]{6}$/;
const parameterNames = ['registrationcode', 'code', 'registration', 'c'];

/**
 * The registration code in what a camera, a USB scanner or a person gave, or undefined when it cannot be one.
 * Accepts a bare code in any case with spaces or hyphens between its characters, and a code in the query or the path of an
 * http(s) URL (the QR code of an invitation holds, or contains, the code). Never throws, idempotent, linear time.
 * A registration code is six letters or digits ("FJUEIW" on the vendor's page).
 */
export function normaliseCode(text: string): string | undefined {
  if (text.length > 2048) return undefined;
  const trimmed = text.normalize('NFKC').trim();
  if (/^https?:\/\//i.test(trimmed)) return codeInUrl(trimmed);
  if (trimmed.length > codeLimit) return undefined;
  return asCode(trimmed.replace(/[\s-]+/g, ''));
}

function asCode(text: string): string | undefined {
  const upper = text.toUpperCase();
  return shape.test(upper) ? upper : undefined;
}

function codeInUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  for (const [name, value] of url.searchParams) {
    const code = parameterNames.includes(name.toLowerCase()) ? asCode(value.trim()) : undefined;
    if (code) return code;
  }
  // A path also holds words ("badges", "portal"): only a segment written as codes are, in capitals, is one.
  return url.pathname.split('/').findLast((segment) => shape.test(segment));
}
