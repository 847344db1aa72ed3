import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Files of a small built renderer, and beside it a file that no address may reach. */
export const files = {
  'index.html': '<!doctype html><title>Foyer</title>',
  'assets/main-1a2b.js': 'export const a = 1;',
  'assets/main-1a2b.css': 'p { color: red }',
  'assets/zxing-9f.wasm': '\0asm',
  'assets/noto-latin.woff2': 'wOF2',
  'assets/a b%2e.txt': 'an odd name',
};

/** Writes the site to a temporary folder that is removed after the tests; answers the renderer's folder. */
export async function writeSite(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-site-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'canary');
  for (const [path, content] of Object.entries(files)) await writeFile(join(root, path), content);
  return root;
}

/** Addresses that try to leave the root, or to be taken for another spelling of a file: none may be answered with 200. */
export const trickyTargets = [
  '/..',
  '/../secret.txt',
  '/../../../../etc/passwd',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/%2E%2E%2Fsecret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/..%5csecret.txt',
  '/%5c..%5csecret.txt',
  '/..\\secret.txt',
  '/%252e%252e/secret.txt',
  '//secret.txt',
  '/./index.html',
  '/assets/./main-1a2b.js',
  '/assets//main-1a2b.js',
  '/assets/',
  '/assets',
  '/INDEX.HTML',
  '/index.html/',
  '/index.html%00',
  '/index.html\0.js',
  '/%00',
  '/index.html%20',
  '/etc/passwd',
  '/%2fetc%2fpasswd',
  '/C:/Windows/win.ini',
  '/file:///etc/passwd',
  '/%c0%ae%c0%ae/secret.txt',
  '/%',
  '/%zz',
  '/__proto__',
  '/constructor',
  '/assets/a b%2e.txt',
];

/** Targets that are no path at all. */
export const foreignTargets = ['', '*', 'index.html', 'http://127.0.0.1/', 'http://evil.example/index.html', '..', '\\', '?', '#'];
