import { isAllowedServer } from '../bookings/server.ts';
import { mailOf } from './mail.ts';
import { numberOf } from './number.ts';
import { type Checked, fits, type Settings, wrong } from './settings.ts';
import type { Given, Sources } from './sources.ts';

type RecordSettings = Pick<Settings, 'webhook' | 'mail' | 'rosterDays' | 'retentionHours' | 'printWithinSeconds'>;

/** A signature is as good as its secret: 32 hexadecimal digits carry 128 bits. */
const shortestSecret = 32;
/** Standard Webhooks has 24 bytes at least: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
const shortestKey = 24;
const mostDays = 14;
const mostHours = 24 * 366;

/** What is kept, for how long, whom it is handed on to, and how late a print may begin. */
export function recordsOf(given: Sources): Checked<RecordSettings> {
  const webhook = webhookOf(given('FOYER_WEBHOOK'), given('FOYER_WEBHOOK_SECRET'));
  if (!webhook.ok) return webhook;
  const mail = mailOf(given);
  if (!mail.ok) return mail;
  const rosterDays = numberOf(given('FOYER_ROSTER_DAYS'), { least: 1, most: mostDays, usual: 1 });
  if (!rosterDays.ok) return rosterDays;
  const retentionHours = numberOf(given('FOYER_RETENTION'), { least: 1, most: mostHours, usual: 24 });
  if (!retentionHours.ok) return retentionHours;
  const printWithin = numberOf(given('FOYER_PRINT_WITHIN'), { least: 10, most: 600, usual: 120 });
  if (!printWithin.ok) return printWithin;
  return fits({
    ...(webhook.value && { webhook: webhook.value }),
    ...(mail.value && { mail: mail.value }),
    rosterDays: rosterDays.value,
    retentionHours: retentionHours.value,
    printWithinSeconds: printWithin.value,
  });
}

/** No message holds the address, which may hold a secret of its own in its query, nor the secret. */
function webhookOf(given: Given | undefined, secret: Given | undefined): Checked<Settings['webhook']> {
  if (!given) return secret ? wrong('FOYER_WEBHOOK', 'must be set: FOYER_WEBHOOK_SECRET is') : fits(undefined);
  const url = URL.canParse(given.value) ? new URL(given.value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.hash) {
    return wrong(given.name, 'must be an address such as https://events.example.org/foyer');
  }
  if (url.username || url.password) return wrong(given.name, 'must not hold a user name or password: events are signed');
  if (!isAllowedServer(url)) {
    return wrong(given.name, 'must begin with https://: http:// is for a receiver on this machine only');
  }
  if (!secret) return wrong('FOYER_WEBHOOK_SECRET', 'must be set: FOYER_WEBHOOK is');
  if (!/^[\x21-\x7e]+$/.test(secret.value) || secret.value.length < shortestSecret || secret.value.length > 256) {
    return wrong(secret.name, 'must be 32 to 256 plain characters without spaces: openssl rand -hex 32 makes one');
  }
  if (secret.value.startsWith('whsec_') && !isKey(secret.value.slice('whsec_'.length))) {
    return wrong(secret.name, 'must be whsec_ and then base64 of 24 bytes or more: whsec_$(openssl rand -base64 32) makes one');
  }
  return fits({ url, secret: secret.value });
}

/** Base64 that every library reads alike: one that guesses at the rest would sign with another key than its receiver. */
function isKey(base64: string): boolean {
  const key = Buffer.from(base64, 'base64');
  return key.length >= shortestKey && key.toString('base64') === base64;
}
