import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../..', import.meta.url);

/** When majors of Electron came out, as the registry says (`npm view electron time`). Whoever updates Electron adds to it. */
const released: Readonly<Record<number, string>> = {
  42: '2026-05-06',
  43: '2026-07-01',
  44: '2026-08-25',
  45: '2026-10-21',
};
/** Those that are not known yet are taken to come as fast as they do: https://www.electronjs.org/docs/latest/tutorial/electron-timelines */
const pace = 8 * 7 * 24 * 60 * 60_000;
/** The latest three majors get fixes: https://www.electronjs.org/docs/latest/tutorial/electron-timelines#version-support-policy */
const supportedMajors = 3;

/** When a major came out, or is likely to (milliseconds since 1970). */
function comesOut(major: number): number {
  const known = released[major];
  if (known !== undefined) return Date.parse(known);
  const newest = Math.max(...Object.keys(released).map(Number));
  return major > newest ? Date.parse(released[newest] ?? '') + (major - newest) * pace : Number.NaN;
}

/** Whether a major gets fixes at a moment. */
const isSupported = (major: number, now: number): boolean => now < comesOut(major + supportedMajors);

it.each([
  [45, '2026-11-28', true],
  [45, '2027-03-31', true],
  [45, '2027-04-08', false],
  [42, '2026-10-20', true],
  [42, '2026-10-21', false],
  [30, '2026-11-28', false],
])('WIN-16 Electron %i on %s: supported is %s', (major, day, supported) => {
  expect(isSupported(major, Date.parse(day))).toBe(supported);
});

/** When this was last worked on: what was right then passes for ever, and the next change after a major's end does not. */
function lastChange(): number {
  const { stdout } = spawnSync('git', ['log', '-1', '--format=%cI'], { cwd: root, encoding: 'utf8' });
  return Date.parse(stdout?.trim()) || Date.now();
}

it('WIN-16 the Electron that is built on gets fixes; else update it, and the table above', () => {
  const { devDependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const major = Number(devDependencies.electron.split('.')[0]);
  expect(Object.keys(released).map(Number), 'the table knows it').toContain(major);
  expect(isSupported(major, lastChange()), `Electron ${major} is out of support`).toBe(true);
});
