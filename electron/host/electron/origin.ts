/** The scheme and origin of the kiosk's page: a scheme of our own, so that no web rule treats it as a file or as a site. */
export const scheme = 'foyer';
export const origin = 'foyer://app';
export const pageUrl = `${origin}/`;
/** The page that stands in for a page that cannot be had: it has no program. */
export const restUrl = `${origin}/rest.html`;

/** Whether an address is one of ours: exactly our scheme and host, no credentials, no port. Anything that is not a URL is not. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${scheme}:` && url.host === 'app' && url.username === '' && url.password === '';
}
