import { join } from 'node:path';
import { type BookingsClient, type BookingsOptions, createBookings } from './bookings/client.ts';
import { Credentials } from './bookings/credentials.ts';
import { type Dialect, plainDialect } from './bookings/dialect.ts';
import type { Log } from './log/log.ts';
import { openRevokedTokens } from './settings/revoked.ts';
import type { Settings, SettingsFault } from './settings/settings.ts';

type Server = NonNullable<Settings['server']>;

/**
 * The client of the site's server, as the settings have it. An OpenAPI file that cannot be used is told to `warn` and leaves the default
 * paths. The token is taken in here and goes no further than the credentials.
 */
export async function connect(parts: {
  settings: Settings;
  server: Server;
  building: string | undefined;
  /** Told of every call that was on the wire, when it has ended. */
  onEnded?: BookingsOptions['onEnded'];
  log: Log;
  warn: (fault: SettingsFault) => void;
}): Promise<BookingsClient> {
  const { settings, server, building, onEnded, log, warn } = parts;
  return createBookings({
    url: server.url,
    credentials: new Credentials(server),
    dialect: await dialectOf(settings, server, log, warn),
    building,
    onEnded,
    ca: settings.ca,
    proxy: settings.proxy,
    revoked: openRevokedTokens(join(settings.data, 'revoked-tokens.json')),
  });
}

async function dialectOf(
  { demo, openapi, paths }: Settings,
  { url }: Server,
  log: Log,
  warn: (fault: SettingsFault) => void,
): Promise<Dialect> {
  // The demo server has the paths of the table, whatever the site's own has.
  if (demo) return plainDialect({});
  if (openapi === undefined) return plainDialect(paths);
  // Its parser is large, and few starts need it.
  const { readOpenApi } = await import('./bookings/openapi/reading.ts');
  const { dialect, report } = await readOpenApi(openapi, { paths, base: url.pathname });
  const { fault, matched, unmatched } = report;
  log.log('openApi', { ok: fault === undefined, matched: matched.length, unmatched: unmatched.length });
  if (fault !== undefined) warn({ name: 'FOYER_OPENAPI', message: `the file ${fault}; the default paths are used` });
  return dialect;
}
