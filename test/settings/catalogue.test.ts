import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { languages } from '../../electron/contract/language.ts';
import { confirmDetails, doneDetails } from '../../electron/core/house.ts';
import { catalogue, givenNames, isSecret, notStorable } from '../../electron/settings/catalogue.ts';
import { settingNames } from '../../electron/settings/sources.ts';
import { temporaryFolder } from '../journal/visit-of.ts';
import { machine, startWith } from './kept.ts';

/** What some settings are worth nothing without. */
const besides: Readonly<Record<string, NodeJS.ProcessEnv>> = {
  FOYER_AUTH: { FOYER_SERVER: 'https://bookings.example.org', FOYER_TOKEN: 'x' },
  FOYER_DOOR_CODE: { FOYER_PRINTER: 'show:' },
};

/** The line that a start with this setting ends with; undefined: it begins. */
function faultOf(name: string, value: string): string | undefined {
  const started = startWith(machine({ ...besides[name], [name]: value }));
  return typeof started === 'string' ? started : undefined;
}

describe('the catalogue', () => {
  it('has every setting of Foyer, but those that are said not to be kept, and each once', () => {
    const all = [...catalogue.map(({ name }) => name), ...notStorable];
    expect(all.toSorted()).toEqual([...settingNames].toSorted());
  });

  it.each(catalogue.flatMap(({ name, control }) => (control.kind === 'choice' ? [[name, control.values] as const] : [])))(
    '%s takes each of its choices, and nothing else',
    (name, values) => {
      expect(values.map((value) => faultOf(name, value)).filter(Boolean)).toEqual([]);
      expect(faultOf(name, 'another')).toMatch(name);
    },
  );

  it.each(
    catalogue.flatMap(({ name, control }) => (control.kind === 'number' ? [[name, control.least, control.most] as const] : [])),
  )('%s takes numbers from %i to %i, and nothing else', (name, least, most) => {
    for (const value of [least, most]) expect(faultOf(name, String(value))).toBeUndefined();
    for (const value of [least - 1, most + 1]) expect(faultOf(name, String(value))).toMatch(name);
  });

  it.each(catalogue.filter(({ control }) => control.kind === 'yesNo').map(({ name }) => name))('%s is yes or no', (name) => {
    for (const value of ['1', '0']) expect(faultOf(name, value)).toBeUndefined();
    expect(faultOf(name, '2')).toMatch(name);
  });

  it.each(catalogue.filter(({ control }) => control.kind === 'file').map(({ name }) => name))(
    '%s takes the path of a file',
    (name) => {
      const file = join(temporaryFolder(), 'a file.json');
      writeFileSync(file, name === 'FOYER_CA' ? (rootCertificates[0] ?? '') : '{}');
      expect(faultOf(name, file)).toBeUndefined();
    },
  );

  it('says of what is usual what a start takes', () => {
    const usual = Object.fromEntries(catalogue.flatMap(({ name, usual }) => (usual === undefined ? [] : [[name, usual]])));
    const { FOYER_AUTH: _auth, FOYER_SCANNER_LAYOUT: _layout, ...plain } = usual;
    const started = startWith(machine(plain));
    const bare = startWith(machine());
    if (typeof started === 'string' || typeof bare === 'string') throw new Error('it does not start');
    // What is not set of these is all of them, in their order.
    const house = { ...bare.settings.house, languages, confirmShows: confirmDetails, doneShows: doneDetails };
    expect({ ...started.settings, data: '' }).toEqual({ ...bare.settings, house, data: '' });
  });
});

describe('what is secret', () => {
  it.each([
    ['FOYER_TOKEN', 'x', true],
    ['FOYER_WEBHOOK_SECRET', 'x', true],
    ['FOYER_PROXY', 'http://proxy.example:3128', false],
    ['FOYER_PROXY', 'http://kiosk:pass@proxy.example:3128', true],
    ['FOYER_PROXY', 'http://kiosk@proxy.example:3128', true],
    ['FOYER_PROXY', 'kiosk:pass@@', true],
    ['FOYER_PROXY', 'kiosk:pass', true],
    ['FOYER_WEBHOOK', 'https://events.example/foyer', false],
    ['FOYER_WEBHOOK', 'https://events.example/foyer?key=1', true],
    ['FOYER_BUILDING', '7', false],
    ['FOYER_OF_TOMORROW', 'x', true],
  ])('%s %s: %s', (name, value, secret) => {
    expect(isSecret(name, value)).toBe(secret);
  });
});

describe('what is given by environment', () => {
  it('is what is set there, with its partner; an empty variable is not', () => {
    expect([...givenNames({ FOYER_SERVER: 'https://x', FOYER_SLIP: ' ', FOYER_DESK: '1', PATH: '/bin' })].toSorted()).toEqual([
      'FOYER_DESK',
      'FOYER_SERVER',
      'FOYER_TOKEN',
    ]);
  });
});
