import { failure, type Result, success } from '../contract/failure.ts';
import { fileSchema } from './schemas/file.ts';
import type { Transport } from './transport.ts';

/** Fetches a picture by its address, with the type that the server gave it; undefined: an address that Foyer does not fetch from. */
export type FetchPicture = (address: string) => Promise<Result<{ readonly type: string; readonly bytes: Uint8Array } | undefined>>;

/** The longest that one picture may take, in milliseconds; nobody waits for it. */
const pictureMs = 20_000;

/**
 * Fetches pictures from the Bookings ONE server itself, with the token and by GET alone. An address of another origin, or beside the
 * server's own path, is not fetched: it could be any machine of the site's network, and the token is for none of them.
 */
export function pictureFetcher(transport: Transport, server: URL): FetchPicture {
  return async (address) => {
    const target = targetAt(address, server);
    if (target === undefined) return success(undefined);
    const request = { method: 'GET', target, within: pictureMs, isRead: true, isBackground: true, kind: 'file' } as const;
    const sent = await transport.send(request);
    if (!sent.ok) return { ok: false, failure: { operation: 'picture', ...sent.failure } };
    const file = fileSchema.safeParse(sent.value);
    return file.success ? success(file.data) : failure('bookings.unreadable', { operation: 'picture' });
  };
}

/** Path and query behind the server's own address; undefined: not under it. Relative addresses begin there. */
function targetAt(address: string, server: URL): string | undefined {
  const prefix = server.pathname.replace(/\/+$/, '');
  const base = `${server.origin}${prefix}/`;
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  const isOurs = url.origin === server.origin && url.username === '' && url.password === '';
  return isOurs && url.pathname.startsWith(`${prefix}/`) ? `${url.pathname.slice(prefix.length)}${url.search}` : undefined;
}
