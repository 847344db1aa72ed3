/** A text as XML character data or attribute value: escaped, without the characters that XML 1.0 forbids. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets).
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
  );
}

/** Attributes as they stand in a tag, each after a space. */
export function written(attributes: ReadonlyMap<string, string>): string {
  return Array.from(attributes, ([key, value]) => ` ${key}="${escapeXml(value)}"`).join('');
}
