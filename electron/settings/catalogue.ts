import type { SettingGroup } from '../contract/desk-limits.ts';
import { languages } from '../contract/language.ts';
import type { SettingControl } from '../core/administration.ts';
import { confirmDetails, doneDetails } from '../core/house.ts';

/** A setting that Foyer can keep by itself. `secret`: always, or only a value that holds a password, or a part after "?". */
export interface Storable {
  readonly name: string;
  readonly group: SettingGroup;
  readonly control: SettingControl;
  readonly secret?: 'always' | 'sometimes';
  readonly usual?: string;
}

const text = { kind: 'text' } as const;
const file = { kind: 'file' } as const;
const yesNo = { kind: 'yesNo' } as const;
const choice = (...values: readonly string[]): SettingControl => ({ kind: 'choice', values });
const number = (least: number, most: number): SettingControl => ({ kind: 'number', least, most });

/**
 * Every setting that may be kept, in the order in which a person sets them. What a value must be is said by the functions that a start uses; tests hold the
 * controls here to them.
 */
export const catalogue: readonly Storable[] = [
  { name: 'FOYER_SERVER', group: 'connection', control: text },
  { name: 'FOYER_TOKEN', group: 'connection', control: text, secret: 'always' },
  { name: 'FOYER_AUTH', group: 'connection', control: choice('raw', 'basic', 'bearer'), usual: 'raw' },
  { name: 'FOYER_OPENAPI', group: 'connection', control: file },
  { name: 'FOYER_PATHS', group: 'connection', control: file },
  { name: 'FOYER_CA', group: 'connection', control: file },
  { name: 'FOYER_PROXY', group: 'connection', control: text, secret: 'sometimes' },
  { name: 'FOYER_CALLBACK', group: 'connection', control: text },
  { name: 'FOYER_CALLBACK_LISTEN', group: 'connection', control: text },
  { name: 'FOYER_BUILDING', group: 'place', control: text },
  { name: 'FOYER_RESOURCE', group: 'place', control: text },
  { name: 'FOYER_SERVICES', group: 'place', control: text },
  { name: 'FOYER_DOOR_CODE', group: 'place', control: choice('screen', 'badge', 'both') },
  { name: 'FOYER_LANGUAGES', group: 'lobby', control: text, usual: languages.join() },
  { name: 'FOYER_ACCENT', group: 'lobby', control: { kind: 'colour' } },
  { name: 'FOYER_LOGO', group: 'lobby', control: file },
  { name: 'FOYER_WELCOME_EN', group: 'lobby', control: text },
  { name: 'FOYER_WELCOME_ZH_HANT', group: 'lobby', control: text },
  { name: 'FOYER_WELCOME_ZH_HANS', group: 'lobby', control: text },
  { name: 'FOYER_EARLY', group: 'lobby', control: number(0, 1440) },
  { name: 'FOYER_CONFIRM_SHOWS', group: 'lobby', control: text, usual: confirmDetails.join() },
  { name: 'FOYER_DONE_SHOWS', group: 'lobby', control: text, usual: doneDetails.join() },
  { name: 'FOYER_ARRIVED_EN', group: 'lobby', control: text },
  { name: 'FOYER_ARRIVED_ZH_HANT', group: 'lobby', control: text },
  { name: 'FOYER_ARRIVED_ZH_HANS', group: 'lobby', control: text },
  { name: 'FOYER_PRINTER', group: 'printers', control: text },
  { name: 'FOYER_BADGE', group: 'printers', control: file },
  { name: 'FOYER_SLIP', group: 'printers', control: yesNo, usual: '0' },
  { name: 'FOYER_WALK_IN', group: 'screens', control: yesNo, usual: '0' },
  { name: 'FOYER_PRINT_WITHIN', group: 'printers', control: number(10, 600), usual: '120' },
  { name: 'FOYER_MODE', group: 'screens', control: choice('lobby', 'desk'), usual: 'lobby' },
  { name: 'FOYER_DESK', group: 'screens', control: yesNo, usual: '0' },
  { name: 'FOYER_CAMERA', group: 'scanning', control: text },
  { name: 'FOYER_SCANNER_LAYOUT', group: 'scanning', control: choice('auto', 'us', 'system'), usual: 'auto' },
  { name: 'FOYER_SCANNER_PREFIX', group: 'scanning', control: text },
  { name: 'FOYER_SCANNER_SUFFIX', group: 'scanning', control: text },
  { name: 'FOYER_ROSTER_DAYS', group: 'records', control: number(1, 14), usual: '1' },
  { name: 'FOYER_RETENTION', group: 'records', control: number(1, 8784), usual: '24' },
  { name: 'FOYER_WEBHOOK', group: 'records', control: text, secret: 'sometimes' },
  { name: 'FOYER_WEBHOOK_SECRET', group: 'records', control: text, secret: 'always' },
  { name: 'FOYER_MAIL', group: 'hosts', control: text, secret: 'sometimes' },
  { name: 'FOYER_MAIL_FROM', group: 'hosts', control: text },
  { name: 'FOYER_MAIL_LANGUAGE', group: 'hosts', control: choice('en', 'zh-Hant', 'zh-Hans'), usual: 'en' },
  { name: 'FOYER_KIOSK', group: 'kiosk', control: text },
];

/**
 * What is never kept: it says where what is kept lies, and with which key and in which host it is opened; whether it is a demo decides on the folder as
 * well. The last two belong to the tests.
 */
export const notStorable: readonly string[] = [
  ...['FOYER_DATA', 'FOYER_DEMO', 'FOYER_KEY', 'FOYER_HOST', 'FOYER_PORT'],
  ...['FOYER_CRASH_AT', 'FOYER_CHROMIUM'],
];

const names = catalogue.map(({ name }) => name);
/** The names alone, for a closed list. */
export const storableNames = names as [string, ...string[]];

const byName = new Map(catalogue.map((storable) => [storable.name, storable]));
export const storableOf = (name: string): Storable | undefined => byName.get(name);

/** An address with neither a name and password nor a part after "?". */
const plainAddress = /^[a-z][a-z\d+.-]*:\/\/[^@?]+$/i;

/** Whether this value of a setting is kept sealed, and never shown. Where an address is expected, all but a plain one is. */
export function isSecret(name: string, value: string): boolean {
  const { secret } = byName.get(name) ?? { secret: 'always' };
  return secret === 'sometimes' ? !plainAddress.test(value) : secret === 'always';
}

/** Settings of which one is worth nothing, or does harm, with another's partner: where one of them is given by environment, none is taken from what is kept. */
const together: readonly (readonly string[])[] = [
  ['FOYER_SERVER', 'FOYER_TOKEN'],
  ['FOYER_WEBHOOK', 'FOYER_WEBHOOK_SECRET'],
  ['FOYER_MAIL', 'FOYER_MAIL_FROM'],
  ['FOYER_CALLBACK', 'FOYER_CALLBACK_LISTEN'],
];

/** Which settings of the catalogue this environment decides. An empty variable counts as not set. */
export function givenNames(environment: NodeJS.ProcessEnv): ReadonlySet<string> {
  const set = names.filter((name) => environment[name]?.trim());
  const partners = together.filter((group) => group.some((name) => set.includes(name))).flat();
  return new Set([...set, ...partners]);
}
