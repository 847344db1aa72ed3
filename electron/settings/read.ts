import { posix, win32 } from 'node:path';
import { houseOf } from './house.ts';
import { type CheckPaths, pathsOf } from './paths.ts';
import { printersOf } from './printer.ts';
import { recordsOf } from './records.ts';
import { scanningOf } from './scanning.ts';
import { serverOf } from './server.ts';
import { type Checked, fits, type Settings, wrong } from './settings.ts';
import { siteOf } from './site.ts';
import { readSources, type Sources } from './sources.ts';

/** What the settings depend on besides flags and variables. `host`: what this entry runs in; `folder`: where relative paths start. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly folder: string;
  readonly host: Settings['host'];
  readonly checkPaths: CheckPaths;
}

/**
 * Reads and checks everything the installer set: `argv` without the program and its script (and without switches of Chromium), and
 * the environment. Flags win. The first thing that is wrong is answered as a fault; in demo mode the server's settings are not looked at. Reads the
 * files of `FOYER_PATHS` and `FOYER_CA` and touches nothing else.
 */
export function readSettings(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  surroundings: Surroundings,
): Checked<Settings> {
  const sources = readSources(argv, environment);
  if (!sources.ok) return sources;
  const given = sources.value;

  const demoAsked = oneOf(given, 'FOYER_DEMO', ['1', '0'], '0');
  if (!demoAsked.ok) return demoAsked;
  const server = demoAsked.value === '1' ? fits(undefined) : serverOf(given);
  if (!server.ok) return server;
  const demo = server.value === undefined;

  const host = oneOf(given, 'FOYER_HOST', ['electron', 'browser'], surroundings.host);
  if (!host.ok) return host;
  const port = portOf(given);
  if (!port.ok) return port;
  const key = oneOf(given, 'FOYER_KEY', ['keyring', 'file'], demo ? 'file' : 'keyring');
  if (!key.ok) return key;
  const slip = oneOf(given, 'FOYER_SLIP', ['1', '0'], '0');
  if (!slip.ok) return slip;
  const walkIns = oneOf(given, 'FOYER_WALK_IN', ['1', '0'], '0');
  if (!walkIns.ok) return walkIns;
  const mode = oneOf(given, 'FOYER_MODE', ['lobby', 'desk'], 'lobby');
  if (!mode.ok) return mode;
  const desk = oneOf(given, 'FOYER_DESK', ['1', '0'], '0');
  if (!desk.ok) return desk;
  const building = given('FOYER_BUILDING');
  if (building && !/^[\w-]{1,64}$/.test(building.value)) return wrong(building.name, 'must be the id of a building, such as 7');
  const printerGiven = given('FOYER_PRINTER') ?? (demo ? { name: 'FOYER_PRINTER', value: 'show:' } : undefined);
  const printers = printerGiven ? printersOf(printerGiven) : fits([]);
  if (!printers.ok) return printers;
  const pathsGiven = given('FOYER_PATHS');
  const paths = pathsGiven ? pathsOf(pathsGiven, surroundings.folder, surroundings.checkPaths) : fits({});
  if (!paths.ok) return paths;

  const site = siteOf(given, surroundings.folder);
  if (!site.ok) return site;
  const house = houseOf(given);
  if (!house.ok) return house;
  const records = recordsOf(given);
  if (!records.ok) return records;
  const scanning = scanningOf(given);
  if (!scanning.ok) return scanning;
  const { callback, resource, doorCode } = site.value;
  // What could never do anything must not look as if it did. The demo has a resource and a printer of its own.
  if (!demo && callback && !resource)
    return wrong('FOYER_CALLBACK', 'needs FOYER_RESOURCE: the server calls for its content alone');
  if (!demo && doorCode === 'badge' && printers.value.length === 0) return wrong('FOYER_DOOR_CODE', 'badge needs FOYER_PRINTER');

  return fits({
    host: host.value,
    port: port.value,
    data: dataFolder(given, environment, surroundings, demo),
    demo,
    ...(server.value && { server: server.value }),
    ...(building && { building: building.value }),
    printers: printers.value,
    paths: paths.value,
    mode: mode.value,
    desk: desk.value === '1',
    key: key.value,
    slip: slip.value === '1',
    walkIns: walkIns.value === '1',
    house: house.value,
    ...(scanning.value && { scanning: scanning.value }),
    ...site.value,
    ...records.value,
  });
}

function oneOf<T extends string>(given: Sources, variable: string, values: readonly T[], usual: T): Checked<T> {
  const set = given(variable);
  const value = set ? values.find((one) => one === set.value) : usual;
  return value === undefined ? wrong(set?.name ?? variable, `must be ${values.join(' or ')}`) : fits(value);
}

function portOf(given: Sources): Checked<number> {
  const set = given('FOYER_PORT');
  if (!set) return fits(0);
  const port = /^\d{1,5}$/.test(set.value) ? Number(set.value) : Number.NaN;
  return port <= 65_535 ? fits(port) : wrong(set.name, 'must be a number from 0 to 65535');
}

/** The data folder, absolute: the one that is given, or the platform's own for a demo or the real thing. */
export function dataFolder(given: Sources, environment: NodeJS.ProcessEnv, surroundings: Surroundings, demo: boolean): string {
  const { resolve } = surroundings.platform === 'win32' ? win32 : posix;
  return resolve(surroundings.folder, given('FOYER_DATA')?.value ?? usualFolder(environment, surroundings, demo));
}

/** The platform's folder for an application's data; the demo has its own, so that invented visits never mix with real ones. */
function usualFolder(environment: NodeJS.ProcessEnv, { platform, home }: Surroundings, demo: boolean): string {
  const title = demo ? 'Foyer Demo' : 'Foyer';
  if (platform === 'win32') return win32.join(environment['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), title);
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', title);
  // A relative path is to be ignored: https://specifications.freedesktop.org/basedir-spec/latest/#variables
  const shared = environment['XDG_DATA_HOME'] ?? '';
  return posix.join(posix.isAbsolute(shared) ? shared : posix.join(home, '.local', 'share'), demo ? 'foyer-demo' : 'foyer');
}
