import { createHash } from 'node:crypto';
import type { FetchPicture } from '../bookings/pictures.ts';
import { type Result, success } from '../contract/failure.ts';
import { imageOf } from './image.ts';

/** A picture in memory; `name` (SHA-256 and extension) is what it is served under, `type` what its own bytes say it is. */
export interface Picture {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The largest picture, in bytes. */
const largestPicture = 5 * 1024 * 1024;

const embedded = /^data:image\/(?:png|jpe?g|webp|gif);base64,([A-Za-z0-9+/]*={0,2})$/i;

/** The picture at an address, which may hold it itself; undefined: no picture that Foyer shows. */
export async function pictureAt(address: string, fetchPicture: FetchPicture): Promise<Result<Picture | undefined>> {
  if (/^data:/i.test(address)) {
    const base64 = address.length <= largestPicture * 1.4 ? embedded.exec(address)?.[1] : undefined;
    return success(base64 === undefined ? undefined : pictureOf(Buffer.from(base64, 'base64')));
  }
  const fetched = await fetchPicture(address);
  if (!fetched.ok) return fetched;
  const isImage = fetched.value !== undefined && /^image\//i.test(fetched.value.type);
  return success(fetched.value && isImage ? pictureOf(fetched.value.bytes) : undefined);
}

function pictureOf(bytes: Uint8Array): Picture | undefined {
  const kind = bytes.length <= largestPicture ? imageOf(bytes) : undefined;
  if (!kind) return undefined;
  const name = `${createHash('sha256').update(bytes).digest('hex')}.${kind.extension}`;
  return { name, type: kind.type, bytes };
}
