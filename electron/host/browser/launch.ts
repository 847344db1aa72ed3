import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Lets one browser in: a key that works once, and the cookie that it becomes. Both are 256 random bits, kept in memory only. */
export interface Launch {
  /** The key of the launch link. */
  readonly key: string;
  /** The name of the cookie: cookies are shared by all ports of a host, so it carries the port. */
  readonly cookieName: string;
  /** The `Set-Cookie` value for the right key, once; undefined for any other key and ever after. */
  redeem(key: string | null): string | undefined;
  /** Whether a request's `Cookie` header carries our cookie. */
  admits(cookieHeader: string | undefined): boolean;
}

/** A new launch for the browser host at a port. */
export function createLaunch(port: number): Launch {
  const key = randomBytes(32).toString('base64url');
  const session = randomBytes(32).toString('base64url');
  const cookieName = `foyer-${port}`;
  let used = false;
  return {
    key,
    cookieName,
    redeem(given) {
      if (used || given === null || !same(given, key)) return undefined;
      used = true;
      return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
    admits(cookieHeader) {
      const given = (cookieHeader ?? '').split(';').map((pair) => pair.trim());
      return given.some((pair) => same(pair, `${cookieName}=${session}`));
    },
  };
}

/** Compares in a time that tells nothing; hashes first, because lengths must be equal. */
function same(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
