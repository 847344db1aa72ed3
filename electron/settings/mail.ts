import { isLoopback } from '../bookings/server.ts';
import { defaultLanguage, languages } from '../contract/language.ts';
import { isMailAddress } from '../core/mail-address.ts';
import { isForbiddenHost } from './forbidden-host.ts';
import { type Checked, fits, type Settings, wrong } from './settings.ts';
import type { Given, Sources } from './sources.ts';

type Mail = NonNullable<Settings['mail']>;

/** Where submission listens: with TLS from the start (https://www.rfc-editor.org/rfc/rfc8314#section-7.3), and without. */
const usualPort = { 'smtps:': 465, 'smtp:': 587 } as const;

/**
 * How hosts are told, from `FOYER_MAIL`, `FOYER_MAIL_FROM` and `FOYER_MAIL_LANGUAGE`; undefined: they are not. No message holds the address of
 * the server, which holds a password.
 */
export function mailOf(given: Sources): Checked<Mail | undefined> {
  const server = given('FOYER_MAIL');
  const from = given('FOYER_MAIL_FROM');
  const language = given('FOYER_MAIL_LANGUAGE');
  if (!server) {
    const alone = from ?? language;
    return alone ? wrong('FOYER_MAIL', `must be set: ${alone.name} is`) : fits(undefined);
  }
  const way = wayOf(server);
  if (!way.ok) return way;
  if (!from) return wrong('FOYER_MAIL_FROM', 'must be set: FOYER_MAIL is');
  if (!isMailAddress(from.value)) return wrong(from.name, 'must be an e-mail address alone, such as reception@example.org');
  const spoken = languages.find((one) => one === (language?.value ?? defaultLanguage));
  if (!spoken) return wrong('FOYER_MAIL_LANGUAGE', `must be ${languages.join(' or ')}`);
  return fits({ ...way.value, from: from.value, language: spoken });
}

function wayOf({ name, value }: Given): Checked<Pick<Mail, 'host' | 'port' | 'security' | 'sender'>> {
  const address = wrong(name, 'must be an address such as smtps://user:password@mail.example.org');
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || (url.protocol !== 'smtps:' && url.protocol !== 'smtp:')) return address;
  if (url.pathname.length > 1 || /[?#]/.test(value)) return address;
  // URL leaves the host of such an address as it was written; of a web address it has one spelling for each.
  if (url.hostname === '' || !URL.canParse(`http://${url.hostname}`)) return address;
  const { hostname } = new URL(`http://${url.hostname}`);
  if (isForbiddenHost(hostname) || url.port === '0') return wrong(name, 'must be the address of a mail server');
  const [user, password] = [url.username, url.password].map(decoded);
  if (user === undefined || password === undefined) {
    return wrong(name, 'has a user or password that is not percent-encoded: a percent sign is written %25, an @ %40');
  }
  if ((user === '') !== (password === '')) return wrong(name, 'must hold a user and a password, or neither');
  return fits({
    host: hostname.replace(/[[\]]/g, ''),
    port: Number(url.port || usualPort[url.protocol]),
    security: url.protocol === 'smtps:' ? 'tls' : isLoopback(hostname) ? 'none' : 'starttls',
    ...(user !== '' && { sender: { user, password } }),
  });
}

/** Undefined where it is not percent-encoded, or holds what no password has and AUTH gives a meaning of its own. */
function decoded(text: string): string | undefined {
  try {
    const plain = decodeURIComponent(text);
    return /\p{Cc}/u.test(plain) ? undefined : plain;
  } catch {
    return undefined;
  }
}
