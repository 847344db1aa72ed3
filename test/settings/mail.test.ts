import { describe, expect, it } from 'vitest';
import { checkPaths } from '../../electron/bookings/paths.ts';
import { readSettings } from '../../electron/settings/read.ts';
import { faultLine, type Settings } from '../../electron/settings/settings.ts';

const from = { FOYER_MAIL_FROM: 'reception@example.org' };

const read = (environment: NodeJS.ProcessEnv) =>
  readSettings([], environment, { platform: 'linux', home: '/nowhere', folder: '/nowhere', host: 'browser', checkPaths });

function mailOf(environment: NodeJS.ProcessEnv): Settings['mail'] {
  const settings = read(environment);
  if (!settings.ok) throw new Error(faultLine(settings.fault));
  return settings.value.mail;
}

describe('how hosts are told', () => {
  it('is not at all, where nothing is set', () => {
    expect(mailOf({})).toBeUndefined();
    expect(mailOf({ FOYER_MAIL: ' ' })).toBeUndefined();
  });

  it.each([
    ['smtps://mail.example.org', { host: 'mail.example.org', port: 465, security: 'tls' }],
    ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, security: 'starttls' }],
    ['smtp://MAIL.example.org:25/', { host: 'mail.example.org', port: 25, security: 'starttls' }],
    ['smtps://10.0.0.7:8465', { host: '10.0.0.7', port: 8465, security: 'tls' }],
    ['smtps://[2001:db8::7]', { host: '2001:db8::7', port: 465, security: 'tls' }],
    // In the clear to this machine alone, however it is spelt.
    ['smtp://127.0.0.1:1025', { host: '127.0.0.1', port: 1025, security: 'none' }],
    ['smtp://localhost:1025', { host: 'localhost', port: 1025, security: 'none' }],
    ['smtp://127.1:1025', { host: '127.0.0.1', port: 1025, security: 'none' }],
    ['smtp://[::1]:1025', { host: '::1', port: 1025, security: 'none' }],
    ['smtp://127.0.0.1.example.org', { host: '127.0.0.1.example.org', port: 587, security: 'starttls' }],
    ['smtp://localhost.example.org', { host: 'localhost.example.org', port: 587, security: 'starttls' }],
    [
      'smtps://foyer%40example.org:p%C3%A4ss%2F%40%25@mail.example.org',
      { host: 'mail.example.org', port: 465, security: 'tls', sender: { user: 'foyer@example.org', password: 'päss/@%' } },
    ],
  ])('%s', (FOYER_MAIL, way) => {
    expect(mailOf({ ...from, FOYER_MAIL })).toEqual({ ...way, from: 'reception@example.org', language: 'en' });
  });

  it('in the language that is set', () => {
    const set = { ...from, FOYER_MAIL: 'smtps://mail.example.org', FOYER_MAIL_LANGUAGE: 'zh-Hant' };
    expect(mailOf(set)?.language).toBe('zh-Hant');
  });
});

it.each<[NodeJS.ProcessEnv, RegExp]>([
  [{ ...from, FOYER_MAIL: 'canary' }, /^foyer: FOYER_MAIL: must be an address such as smtps:/],
  [{ ...from, FOYER_MAIL: 'https://u:canary@mail.example.org' }, /^foyer: FOYER_MAIL: must be an address/],
  [{ ...from, FOYER_MAIL: 'smtps:canary' }, /^foyer: FOYER_MAIL: must be an address/],
  [{ ...from, FOYER_MAIL: 'smtps://u:canary@mail.example.org/inbox' }, /^foyer: FOYER_MAIL: must be an address/],
  [{ ...from, FOYER_MAIL: 'smtps://u:canary@mail.example.org?tls=no' }, /^foyer: FOYER_MAIL: must be an address/],
  [{ ...from, FOYER_MAIL: 'smtps://u:can#ary@mail.example.org' }, /^foyer: FOYER_MAIL: must be an address/],
  [{ ...from, FOYER_MAIL: 'smtps://u:canary@bad host' }, /^foyer: FOYER_MAIL: must be an address/],
  [{ ...from, FOYER_MAIL: 'smtps://u:canary@mail.example.org:0' }, /^foyer: FOYER_MAIL: must be the address of a mail server/],
  [{ ...from, FOYER_MAIL: 'smtp://u:canary@169.254.169.254' }, /^foyer: FOYER_MAIL: must be the address of a mail server/],
  [{ ...from, FOYER_MAIL: 'smtps://u:canary%@mail.example.org' }, /^foyer: FOYER_MAIL: has a user or password that is not percent/],
  [{ ...from, FOYER_MAIL: 'smtps://u:canary%00@mail.example.org' }, /^foyer: FOYER_MAIL: has a user or password/],
  [{ ...from, FOYER_MAIL: 'smtps://canary@mail.example.org' }, /^foyer: FOYER_MAIL: must hold a user and a password/],
  [{ ...from, FOYER_MAIL: 'smtps://:canary@mail.example.org' }, /^foyer: FOYER_MAIL: must hold a user and a password/],
  [{ FOYER_MAIL: 'smtps://u:canary@mail.example.org' }, /^foyer: FOYER_MAIL_FROM: must be set/],
  [{ FOYER_MAIL: 'smtps://u:canary@h.example', FOYER_MAIL_FROM: 'canary' }, /^foyer: FOYER_MAIL_FROM: must be an e-mail address/],
  [
    { FOYER_MAIL: 'smtps://u:canary@h.example', FOYER_MAIL_FROM: 'a@example.org, canary@example.org' },
    /^foyer: FOYER_MAIL_FROM: must be an e-mail address/,
  ],
  [from, /^foyer: FOYER_MAIL: must be set: FOYER_MAIL_FROM is/],
  [{ FOYER_MAIL_LANGUAGE: 'en' }, /^foyer: FOYER_MAIL: must be set: FOYER_MAIL_LANGUAGE is/],
  [
    { ...from, FOYER_MAIL: 'smtps://u:canary@mail.example.org', FOYER_MAIL_LANGUAGE: 'canary' },
    /^foyer: FOYER_MAIL_LANGUAGE: must be en or zh-Hant or zh-Hans/,
  ],
])('DAT-4 %j ends in one line that names the variable and repeats no value', (environment, line) => {
  const settings = read(environment);
  const said = settings.ok ? '' : faultLine(settings.fault);
  expect(said).toMatch(line);
  expect(said).not.toMatch(/canary|\n/);
});
