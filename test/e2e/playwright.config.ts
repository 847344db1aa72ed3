import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import type { HostOptions } from './kiosk.ts';

/** Both hosts run the same specifications; files named *.chromium or *.electron belong to one of them. */
export default defineConfig<HostOptions>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: fileURLToPath(new URL('../../test-results', import.meta.url)),
  fullyParallel: false,
  workers: 2,
  timeout: 90_000,
  maxFailures: 12,
  // Two browsers, an Electron and the apps under test share two cores: a test that passes the second time is reported as flaky, by name.
  retries: 1,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: fileURLToPath(new URL('../../test-results/e2e.json', import.meta.url)) }]],
  use: { actionTimeout: 10_000 },
  projects: [
    { name: 'chromium', testIgnore: '**/*.electron.spec.ts', use: { host: 'browser' } },
    { name: 'electron', testIgnore: '**/*.chromium.spec.ts', grepInvert: /@browser/, use: { host: 'electron' } },
  ],
});
