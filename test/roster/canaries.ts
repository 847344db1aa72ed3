import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The ways in which a text may stand in a file: UTF-8, UTF-16 both ways round, Latin-1, hexadecimal, base64 at each of its three places. */
function writingsOf(text: string): readonly (readonly [string, Buffer])[] {
  const utf8 = Buffer.from(text);
  const utf16 = Buffer.from(text, 'utf16le');
  const base64 = [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    // The letters at both ends depend on what stands beside the text.
    return ['base64', Buffer.from(encoded.slice(offset === 0 ? 0 : offset + 1, -2))] as const;
  });
  return [
    ['utf8', utf8],
    ['utf16le', utf16],
    ['utf16be', Buffer.from(utf16).swap16()],
    ['latin1', Buffer.from(text, 'latin1')],
    ['hex', Buffer.from(utf8.toString('hex'))],
    ['HEX', Buffer.from(utf8.toString('hex').toUpperCase())],
    ...base64,
  ];
}

/** Where any of these texts stands in some bytes: its number and the way it is written. */
export function canariesIn(bytes: Buffer, texts: readonly string[]): string[] {
  return texts.flatMap((text, place) => {
    const forms = [text, text.toLowerCase(), text.toUpperCase(), text.normalize('NFD')];
    return forms.flatMap((form) =>
      writingsOf(form).flatMap(([name, written]) => (bytes.includes(written) ? [`${place} as ${name}`] : [])),
    );
  });
}

/** Where any of these texts stands in a file of a folder. */
export const canariesUnder = (folder: string, texts: readonly string[]): string[] =>
  readdirSync(folder).flatMap((name) => canariesIn(readFileSync(join(folder, name)), texts).map((found) => `${name}: ${found}`));
