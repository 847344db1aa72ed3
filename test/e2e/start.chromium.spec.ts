import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startFakeBookings } from '../fakes/bookings.ts';
import { exitOf, foyerEnvironment, spawnFoyer } from '../fakes/foyer.ts';
import { scanByWedge } from '../fakes/wedge.ts';
import { expect, test } from './kiosk.ts';
import { checkInByTyping } from './visitor.ts';

const faults: readonly [name: string, environment: Record<string, string>, flags: string[]][] = [
  ['FOYER_TOKEN', { FOYER_SERVER: 'https://bookings.example' }, []],
  ['FOYER_SERVER', { FOYER_SERVER: 'http://bookings.example', FOYER_TOKEN: 'canary-token' }, []],
  ['FOYER_AUTH', { FOYER_SERVER: 'https://bookings.example', FOYER_TOKEN: 'canary-token', FOYER_AUTH: 'digest' }, []],
  ['FOYER_PRINTER', { FOYER_PRINTER: 'laser://office' }, []],
  ['FOYER_PATHS', { FOYER_PATHS: '/nowhere/paths.json' }, []],
  ['FOYER_KEY', { FOYER_SERVER: 'https://bookings.example', FOYER_TOKEN: 'canary-token' }, []],
  ['--port', {}, ['--port', '99999']],
  ['FOYER_WEBHOOK', { FOYER_WEBHOOK: 'https://hooks.example' }, []],
];

for (const [name, environment, flags] of faults) {
  test(`a wrong ${name} stops the start with exit code 2 and one line that names it`, async ({ data }) => {
    const foyer = await spawnFoyer(foyerEnvironment(data, environment), flags);
    expect(await exitOf(foyer.process)).toBe(2);
    const lines = foyer.output().trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(name);
    expect(lines[0]).not.toContain('canary');
  });
}

test('CLK-5 SIGTERM ends it with 0, and what was recorded is there at the next start', async ({ start }) => {
  const first = await start({ environment: { FOYER_DEMO: '1' } });
  await checkInByTyping(first.page, 'FJUEIW');
  expect(await first.stop()).toBe(0);
  const second = await start({ environment: { FOYER_DEMO: '1' } });
  await scanByWedge(second.page, 'FJUEIW');
  await expect(second.page.getByText(/already checked in/i).first()).toBeVisible();
});

test('a second Foyer on the same data folder does not start', async ({ start, data }) => {
  await start({ environment: { FOYER_DEMO: '1' } });
  const second = await spawnFoyer(foyerEnvironment(data, { FOYER_DEMO: '1' }));
  expect(await exitOf(second.process)).toBe(2);
  expect(second.output()).toMatch(/running/i);
});

test('DAT-4 DAT-1 LOG-1 all that is kept is 0600, and holds no name, company, token or code', async ({ start }) => {
  const bookings = await startFakeBookings();
  bookings.add('CANARY', { visitor: { id: 77, name: 'Quillaja Featherstone', company: 'Marmalade Works' } });
  const environment = { FOYER_SERVER: bookings.url, FOYER_TOKEN: bookings.token, FOYER_KEY: 'file' };
  const kiosk = await start({ environment });
  await checkInByTyping(kiosk.page, 'CANARY');
  const files = (readdirSync(kiosk.data, { recursive: true }) as string[])
    .map((file) => join(kiosk.data, file))
    .filter((file) => statSync(file).isFile());
  expect(files.length).toBeGreaterThan(2);
  expect(statSync(kiosk.data).mode & 0o777).toBe(0o700);
  for (const file of files) {
    expect([file, statSync(file).mode & 0o777]).toEqual([file, 0o600]);
    const bytes = readFileSync(file);
    for (const text of ['Quillaja', 'Featherstone', 'Marmalade', 'CANARY', bookings.token]) {
      for (const encoding of ['utf8', 'utf16le', 'base64', 'hex'] as const) {
        const needle =
          encoding === 'utf16le'
            ? Buffer.from(text, 'utf16le')
            : Buffer.from(encoding === 'utf8' ? text : Buffer.from(text).toString(encoding));
        expect([file, bytes.includes(needle)]).toEqual([file, false]);
      }
    }
  }
  await bookings.close();
});

test('a data folder that is a file is said in one line', async ({ data }) => {
  mkdirSync(dirname(data), { recursive: true });
  const foyer = await spawnFoyer(foyerEnvironment('/dev/null', { FOYER_DEMO: '1' }));
  expect(await exitOf(foyer.process)).toBe(2);
  expect(foyer.output()).toMatch(/FOYER_DATA|--data/);
});
