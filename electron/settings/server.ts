import { isLoopback } from '../bookings/server.ts';
import { type Checked, fits, type Settings, wrong } from './settings.ts';
import type { Sources } from './sources.ts';

const schemes = ['raw', 'basic', 'bearer'] as const;

/**
 * The Bookings ONE server of `FOYER_SERVER`, `FOYER_TOKEN` and `FOYER_AUTH`; undefined: none is set. https, or http to this machine
 * alone. No message holds the token or the address, which may hold a password.
 */
export function serverOf(given: Sources): Checked<Settings['server']> {
  const server = given('FOYER_SERVER');
  const token = given('FOYER_TOKEN');
  if (!server) return token ? wrong('FOYER_SERVER', 'must be set: FOYER_TOKEN is') : fits(undefined);
  if (!URL.canParse(server.value)) return wrong(server.name, 'must be an address such as https://bookings.example.org');
  const url = new URL(server.value);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return wrong(server.name, 'must begin with https://');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return wrong(server.name, 'must begin with https://: http:// is for a server on this machine only');
  }
  if (url.username || url.password) return wrong(server.name, 'must not hold a user name or password: set FOYER_TOKEN');
  if (/[?#]/.test(server.value)) return wrong(server.name, 'must end before "?" and "#"');
  if (!token) return wrong('FOYER_TOKEN', 'must be set: FOYER_SERVER is');
  // What a header can carry: https://www.rfc-editor.org/rfc/rfc9110#name-field-values, ASCII only.
  if (!/^[\x20-\x7e]{1,8192}$/.test(token.value)) return wrong(token.name, 'must be one line of plain ASCII characters');
  const auth = given('FOYER_AUTH')?.value ?? 'raw';
  const scheme = schemes.find((name) => name === auth);
  if (!scheme) return wrong('FOYER_AUTH', `must be ${schemes.join(', ')}`);
  return fits({ url, token: token.value, auth: scheme });
}
