import type { PlayerContent } from '../bookings/schemas/player-content.ts';
import type { Failure, Result } from '../contract/failure.ts';
import type { IdleContent } from '../core/visit.ts';
import type { Picture } from './picture.ts';

const mostItems = 12;
/** Rows that are looked at: a long list of what cannot be shown must not keep the server busy. */
const mostRows = 48;
const mostBytes = 30 * 1024 * 1024;
/** How long something is shown where the server does not say, and at the least (seconds). */
const usualSeconds = 10;
const leastSeconds = 3;

/** What a resource plays. `skipped` counts what Foyer does not show, `fault` is the first picture's that could not be fetched. */
export interface Playlist {
  readonly items: IdleContent;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly skipped: number;
  readonly fault: Failure | undefined;
}

/**
 * The pictures and texts among player content, in its order: 12 of them and 30 MB of pictures at the most. `pictureAt` answers undefined
 * for an address that holds no picture.
 */
export async function readPlaylist(
  rows: readonly PlayerContent[],
  pictureAt: (address: string) => Promise<Result<Picture | undefined>>,
): Promise<Playlist> {
  const items: IdleContent[number][] = [];
  const pictures = new Map<string, Picture>();
  let bytes = 0;
  let failed = 0;
  let fault: Failure | undefined;
  for (const row of rows.slice(0, mostRows)) {
    if (items.length === mostItems) break;
    const seconds = Math.max(leastSeconds, row.seconds ?? usualSeconds);
    const kind = kindOf(row);
    if (kind === 'text' && row.text) items.push({ kind, text: row.text, seconds });
    if (kind !== 'picture' || !row.address) continue;
    const got = await pictureAt(row.address);
    if (!got.ok) {
      failed += 1;
      fault ??= { operation: 'picture', ...got.failure };
      continue;
    }
    const picture = got.value;
    const more = picture && !pictures.has(picture.name) ? picture.bytes.length : 0;
    if (!picture || bytes + more > mostBytes) continue;
    bytes += more;
    pictures.set(picture.name, picture);
    items.push({ kind, name: picture.name, seconds });
  }
  return { items, pictures, skipped: rows.length - items.length - failed, fault };
}

/**
 * What a row is: by the server's word where it is a known one, else (no word, or a number, whose meaning is not told) by what it holds.
 * Undefined: something else, such as a video or a page.
 */
function kindOf({ kind, address, text }: PlayerContent): 'picture' | 'text' | undefined {
  if (kind === undefined || /^\d+$/.test(kind)) return address ? 'picture' : text && 'text';
  if (/^(image|picture|photo|poster|banner)s?\b/.test(kind)) return 'picture';
  return /^(text|message|notice|announcement)s?\b/.test(kind) ? 'text' : undefined;
}
