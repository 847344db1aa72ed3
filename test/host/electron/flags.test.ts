import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { flagsOf } from '../../../electron/host/electron/flags.ts';

const root = resolve('/opt/foyer');
const paths = [root, resolve('/opt/foyer/dist/main/main.js')];

it.each([
  ['what follows the app is ours', ['electron', root, '--demo', '--port', '5'], ['--demo', '--port', '5']],
  ["what stands before it is Chromium's", ['electron', '--no-sandbox', '--disable-gpu', root, '--demo'], ['--demo']],
  [
    "a test runner's own words stand before it too",
    ['electron', '--inspect=0', '-r', '/runner/loader.js', root, '--data', '/d'],
    ['--data', '/d'],
  ],
  ['the app may be named by its entry', ['electron', '/opt/foyer/dist/main/main.js', '--demo'], ['--demo']],
  ['or with a trailing slash', ['electron', '/opt/foyer/', '--demo'], ['--demo']],
  ['a flag after the app is never swallowed', ['electron', root, '--no-sandbox'], ['--no-sandbox']],
  ['packaged there is no path', ['/opt/foyer/foyer', '--demo'], ['--demo']],
  [
    "packaged, Chromium's known switches are left out",
    ['foyer', '--no-sandbox', '--password-store=basic', '--ozone-platform-hint=auto', '--demo'],
    ['--demo'],
  ],
  ['packaged, others are not', ['foyer', '--no-sandboxes', '--prot'], ['--no-sandboxes', '--prot']],
  ['nothing is nothing', ['electron', root], []],
])('%s', (_name, words, flags) => {
  expect(flagsOf(words, paths)).toEqual(flags);
});
