import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { connect } from '../electron/connect.ts';
import { startDemoServer } from '../electron/demo/server.ts';
import { createLog } from '../electron/log/log.ts';
import type { SettingsFault } from '../electron/settings/settings.ts';
import { canary } from './bookings/web.ts';
import { settingsOf } from './check/checked.ts';

const paths = { 'system.information': 'GET /elsewhere' };

/** What a client says of the demo server, and what it was warned of. */
async function told({ demo, openapi }: { demo: boolean; openapi: string }) {
  const data = mkdtempSync(join(tmpdir(), 'foyer-connect-'));
  const log = createLog({ file: join(data, 'foyer.log') });
  const { url, close } = await startDemoServer({ token: canary });
  const settings = { ...settingsOf(), data, demo, paths, openapi };
  const faults: SettingsFault[] = [];
  const bookings = await connect({
    settings,
    server: { url, token: canary, auth: 'raw' },
    building: undefined,
    log,
    warn: (fault) => faults.push(fault),
  });
  onTestFinished(async () => {
    await bookings.close();
    await close();
    log.close();
    rmSync(data, { recursive: true });
  });
  return { answer: await bookings.systemInformation(), faults };
}

it('an OpenAPI file that cannot be used is told, and leaves the paths that are set', async () => {
  const { answer, faults } = await told({ demo: false, openapi: '/nowhere/openapi.json' });
  expect(faults).toEqual([{ name: 'FOYER_OPENAPI', message: 'the file cannot be read; the default paths are used' }]);
  expect(answer).toMatchObject({ ok: false, failure: { code: 'bookings.notFound' } });
});

it('the demo server has its own paths, whatever the site’s server has', async () => {
  const { answer, faults } = await told({ demo: true, openapi: '/nowhere/openapi.json' });
  expect(faults).toEqual([]);
  expect(answer).toMatchObject({ ok: true, value: { name: 'Bookings ONE' } });
});
