import { parseArgs } from 'node:util';
import { type Checked, fits, wrong } from './settings.ts';

/** Every flag, and the variable that means the same. */
const flags = { host: 'FOYER_HOST', port: 'FOYER_PORT', data: 'FOYER_DATA', demo: 'FOYER_DEMO' } as const;

/** Variables with no flag: what is secret, or set once for a site. The last line belongs to the tests. */
const variables = [
  ...['FOYER_SERVER', 'FOYER_TOKEN', 'FOYER_AUTH', 'FOYER_BUILDING', 'FOYER_PRINTER', 'FOYER_PATHS', 'FOYER_MODE', 'FOYER_DESK'],
  ...['FOYER_KEY', 'FOYER_SLIP', 'FOYER_WALK_IN', 'FOYER_OPENAPI', 'FOYER_CA', 'FOYER_PROXY', 'FOYER_RESOURCE', 'FOYER_KIOSK'],
  ...['FOYER_SERVICES', 'FOYER_DOOR_CODE', 'FOYER_CALLBACK', 'FOYER_CALLBACK_LISTEN'],
  ...['FOYER_WEBHOOK', 'FOYER_WEBHOOK_SECRET', 'FOYER_ROSTER_DAYS', 'FOYER_RETENTION', 'FOYER_PRINT_WITHIN'],
  ...['FOYER_MAIL', 'FOYER_MAIL_FROM', 'FOYER_MAIL_LANGUAGE'],
  ...['FOYER_BADGE', 'FOYER_LOGO', 'FOYER_LANGUAGES', 'FOYER_ACCENT', 'FOYER_EARLY', 'FOYER_CONFIRM_SHOWS', 'FOYER_DONE_SHOWS'],
  ...['FOYER_WELCOME_EN', 'FOYER_WELCOME_ZH_HANT', 'FOYER_WELCOME_ZH_HANS'],
  ...['FOYER_ARRIVED_EN', 'FOYER_ARRIVED_ZH_HANT', 'FOYER_ARRIVED_ZH_HANS'],
  ...['FOYER_CAMERA', 'FOYER_SCANNER_PREFIX', 'FOYER_SCANNER_SUFFIX', 'FOYER_SCANNER_LAYOUT'],
  ...['FOYER_CRASH_AT', 'FOYER_CHROMIUM'],
];

/** Every setting that Foyer has. */
export const settingNames: readonly string[] = [...variables, ...Object.values(flags)];

/** The name that a value was given under, for a fault; and the value. */
export interface Given {
  readonly name: string;
  readonly value: string;
}

/** What flags and variables say, by the variable's name. A flag wins; an empty variable counts as not set. */
export type Sources = (variable: string) => Given | undefined;

/**
 * Reads flags and variables without judging their values. Faults: a flag that Foyer does not have, a value where none belongs or
 * none where one does, a `FOYER_` variable that it does not know (a misspelt one would start the demo in the place of the
 * server).
 */
export function readSources(argv: readonly string[], environment: NodeJS.ProcessEnv): Checked<Sources> {
  const fromFlags = readFlags(argv);
  if (!fromFlags.ok) return fromFlags;
  for (const name of Object.keys(environment)) {
    if (!name.startsWith('FOYER_') || !environment[name]) continue;
    // Test runs set variables of their own, which the app never reads.
    if (!settingNames.includes(name) && !/^FOYER_TEST_/.test(name)) return wrong(nameShown(name), 'is not a setting of Foyer');
  }
  return fits((variable) => {
    const value = environment[variable]?.trim();
    return fromFlags.value.get(variable) ?? (value ? { name: variable, value } : undefined);
  });
}

function readFlags(argv: readonly string[]): Checked<Map<string, Given>> {
  const { tokens } = parseArgs({
    args: [...argv],
    options: { host: { type: 'string' }, port: { type: 'string' }, data: { type: 'string' }, demo: { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, Given>();
  for (const token of tokens) {
    // Neither an argument nor a flag's value is repeated in a message: it may be a token that somebody put in the wrong place.
    if (token.kind !== 'option') return wrong('arguments', 'takes flags only: --host, --port, --data, --demo, --check, --printers');
    const name = nameShown(token.rawName);
    if (token.name === 'token') return wrong(name, 'a token is never taken from the command line: set FOYER_TOKEN');
    // The starter takes both away where they belong.
    if (token.name === 'check' || token.name === 'json') return wrong(name, 'stands alone in: npm start -- --check --json');
    if (token.name === 'printers' || token.name === 'test-badge') return wrong(name, 'stands alone in: npm start -- --printers');
    if (!isFlag(token.name)) return wrong(name, 'is not a flag of Foyer: --host, --port, --data, --demo, --check, --printers');
    const variable = flags[token.name];
    if (given.has(variable)) return wrong(name, 'is given twice');
    if (token.name === 'demo' && token.value !== undefined) return wrong(name, 'takes no value');
    const value = token.name === 'demo' ? '1' : token.value?.trim();
    if (!value || (!token.inlineValue && value.startsWith('-'))) return wrong(name, 'needs a value');
    given.set(variable, { name, value });
  }
  return fits(given);
}

const isFlag = (name: string): name is keyof typeof flags => Object.hasOwn(flags, name);

/** A name from outside, as far as a message repeats it. */
const nameShown = (name: string): string => (/^[\w-]{1,40}$/.test(name) ? name : `${name.replace(/[^\w-].*$/s, '').slice(0, 40)}…`);
