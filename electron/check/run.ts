import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Credentials } from '../bookings/credentials.ts';
import { plainDialect } from '../bookings/dialect.ts';
import type { OperationKey } from '../bookings/operations.ts';
import { startDemoServer } from '../demo/server.ts';
import type { Settings } from '../settings/settings.ts';
import { type LineDeadlines, openLine } from './line.ts';
import { objectOf } from './plain-object.ts';
import { type CheckParts, checkConnection, type Report } from './report.ts';
import type { PathFrom } from './row.ts';
import { linesOf } from './tell.ts';
import { faultOf } from './verdict.ts';
import { wayTo } from './way.ts';

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
 * Checks the server of the settings, or a demo server that it starts for that. Touches no file and opens no port but the demo's. `pace`:
 * other times than the usual, for tests.
 */
export async function runCheck(
  settings: Settings,
  options: { json: boolean; step?: CheckParts['step']; pace?: { deadlines: LineDeadlines; pause: number } },
): Promise<CheckRun> {
  const embedded = settings.server ? undefined : await startDemo();
  const server = settings.server ?? embedded?.server;
  if (!server) throw new Error('neither a server nor the demo');
  const dialect = plainDialect(settings.paths);
  const pace = options.pace ?? { deadlines, pause: pauseMilliseconds };
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
      pathFrom: (key) => pathFrom(key, settings.paths),
      now: () => new Date(),
      clock: () => performance.now(),
      pause: () => sleep(pace.pause),
      within,
      resource: settings.resource,
      ...(options.step && { step: options.step }),
    });
    return printed(concealed(report, new Credentials(server)), settings, { url: server.url, json: options.json });
  } finally {
    await embedded?.close();
  }
}

function printed(report: Report, settings: Settings, { url, json }: { url: URL; json: boolean }): CheckRun {
  const way = wayTo(url, settings);
  const text = json ? JSON.stringify(objectOf(report, way, []), undefined, 2) : linesOf(report, way, []).join('\n');
  return { text: `${text}\n`, exitCode: faultOf(report) === undefined ? 0 : 1 };
}

/** What the server says of itself is all that is repeated of it: without the token, should it be in there. */
function concealed(report: Report, credentials: Credentials): Report {
  const facts = Object.fromEntries(Object.entries(report.facts).map(([name, text]) => [name, credentials.concealedIn(text)]));
  return { ...report, facts, schemes: report.schemes.map(({ facts: _facts, ...tried }) => tried) };
}

function pathFrom(key: OperationKey, paths: Settings['paths']): PathFrom {
  if (Object.hasOwn(paths, key)) return 'FOYER_PATHS';
  return key === 'system.information' ? 'stated' : 'inferred';
}

async function startDemo() {
  const token = randomBytes(24).toString('base64url');
  const server = await startDemoServer({ token });
  return { server: { url: server.url, token, auth: 'raw' as const }, close: () => server.close() };
}
