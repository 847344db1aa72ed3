import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Credentials } from '../bookings/credentials.ts';
import { plainDialect } from '../bookings/dialect.ts';
import { type OpenApiReading, readOpenApi } from '../bookings/openapi/reading.ts';
import type { OpenApiReport } from '../bookings/openapi/report.ts';
import type { OperationKey } from '../bookings/operations.ts';
import { startDemoServer } from '../demo/server.ts';
import { onDemo } from '../demo/site.ts';
import type { Settings } from '../settings/settings.ts';
import { type LineDeadlines, openLine } from './line.ts';
import { objectOf } from './plain-object.ts';
import { type CheckParts, checkConnection, type Report } from './report.ts';
import type { PathFrom } from './row.ts';
import { linesOf } from './tell.ts';
import { faultOf } from './verdict.ts';
import { type Way, wayTo } from './way.ts';

/** Milliseconds: of one call, between two calls, and of all of it. */
const deadlines: LineDeadlines = { connect: 5_000, headers: 5_000, body: 5_000, total: 5_000 };
const pauseMilliseconds = 150;
const within = 120_000;

/** What a run of the check prints, and the exit code that it ends with: 0 or 1. */
export interface CheckRun {
  readonly text: string;
  readonly exitCode: 0 | 1;
}

/**
 * Checks the server of the settings, or a demo server that it starts for that. Writes no file and opens no port but the demo's. `pace`:
 * other times than the usual, for tests.
 */
export async function runCheck(
  settings: Settings,
  options: { json: boolean; step?: CheckParts['step']; pace?: { deadlines: LineDeadlines; pause: number } },
): Promise<CheckRun> {
  const embedded = settings.server ? undefined : await startDemo();
  const server = settings.server ?? embedded?.server;
  if (!server) throw new Error('neither a server nor the demo');
  // The demo server has the paths of the table, whatever the site's own has.
  const { paths, openapi }: Pick<Settings, 'paths' | 'openapi'> = embedded ? { paths: {} } : settings;
  const reading = openapi === undefined ? undefined : await readOpenApi(openapi, { paths, base: server.url.pathname });
  const dialect = reading?.dialect ?? plainDialect(paths);
  const pace = options.pace ?? { deadlines, pause: embedded ? 0 : pauseMilliseconds };
  try {
    const report = await checkConnection({
      set: server.auth,
      openLine: (auth, note) =>
        openLine({
          url: server.url,
          credentials: new Credentials({ ...server, auth }),
          ca: settings.ca,
          proxy: settings.proxy,
          deadlines: pace.deadlines,
          dialect,
          note,
        }),
      dialect,
      pathFrom: (key) => pathFrom(key, paths, reading),
      now: () => new Date(),
      clock: () => performance.now(),
      pause: () => sleep(pace.pause),
      within,
      site: embedded ? onDemo(settings) : settings,
      ...(options.step && { step: options.step }),
    });
    const way = wayTo(server.url, settings);
    return printed(concealed(report, new Credentials(server)), way, reading?.report, options.json);
  } finally {
    await embedded?.close();
  }
}

function printed(report: Report, way: Way, openapi: OpenApiReport | undefined, json: boolean): CheckRun {
  const text = json ? JSON.stringify(objectOf(report, way, openapi), undefined, 2) : linesOf(report, way, openapi).join('\n');
  return { text: `${text}\n`, exitCode: faultOf(report) === undefined ? 0 : 1 };
}

/** What the server says of itself is all that is repeated of it: without the token, should it be in there. */
function concealed(report: Report, credentials: Credentials): Report {
  const facts = Object.fromEntries(Object.entries(report.facts).map(([name, text]) => [name, credentials.concealedIn(text)]));
  return { ...report, facts, schemes: report.schemes.map(({ facts: _facts, ...tried }) => tried) };
}

function pathFrom(key: OperationKey, paths: Settings['paths'], reading: OpenApiReading | undefined): PathFrom {
  if (Object.hasOwn(paths, key)) return 'FOYER_PATHS';
  if (reading?.report.matched.some((operation) => operation.key === key)) return 'FOYER_OPENAPI';
  return key === 'system.information' ? 'stated' : 'inferred';
}

async function startDemo() {
  const token = randomBytes(24).toString('base64url');
  const server = await startDemoServer({ token });
  return { server: { url: server.url, token, auth: 'raw' as const }, close: () => server.close() };
}
