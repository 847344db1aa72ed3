import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What puts the memory of a process into a file: Electron's crash reporter (https://www.electronjs.org/docs/latest/api/crash-reporter) runs only once it is started; Node's reports
 * and snapshots (https://nodejs.org/api/report.html, https://nodejs.org/api/v8.html) come only when they are asked for.
 */
const dumping =
  /crashReporter|enable-crash-reporter|\bprocess\s*\.\s*(?:report|abort|crash)\b|[hH]eap-?[sS]napshot|takeHeapSnapshot|--report-|--heap-prof|--abort-on-uncaught/;

it('DAT-6 nothing of Foyer starts a crash reporter, or writes a report or a snapshot of its memory', () => {
  const sources = readdirSync(`${root}/electron`, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(ts|mjs)$/.test(path));
  expect(sources.length).toBeGreaterThan(200);
  expect(sources.filter((path) => dumping.test(readFileSync(`${root}/electron/${path}`, 'utf8')))).toEqual([]);
});

it.each([
  'crashReporter.start({ uploadToServer: false })',
  "const { crashReporter: reporter } = require('electron')",
  "app.commandLine.appendSwitch('enable-crash-reporter')",
  'process.report.writeReport()',
  'v8.writeHeapSnapshot()',
  'contents.takeHeapSnapshot(file)',
  'process.abort()',
  "spawn(execPath, ['--report-on-fatalerror'])",
])('DAT-6 %s is seen', (text) => {
  expect(dumping.test(text)).toBe(true);
});
