import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../fakes/foyer.ts';

const source = join(root, 'electron');

/** Every step that the source names, in the order of their files, however often it stands there. */
export function failpoints(): readonly string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => [...readFileSync(join(source, name), 'utf8').matchAll(/failpoint\('([^']+)'\)/g)])
    .map(([, name]) => name ?? '');
}
