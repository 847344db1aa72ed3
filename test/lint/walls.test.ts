import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');

const use = (module: string) => `import { thing } from '${module}';\nexport const used = thing;\n`;
const calling = (expression: string) => `export const run = (node: HTMLElement, text: string) => ${expression};\n`;

/** A file planted in a folder, and whether it must fail. Each wall has a violation beside what it lets through. */
const planted: readonly (readonly [path: string, text: string, refused: boolean])[] = [
  // SUP-2: the core is pure.
  ...[
    'zod',
    'react',
    'undici',
    'node:fs',
    'node:crypto',
    'electron',
    '../settings/settings.ts',
    '../failpoint.ts',
    '../contract',
  ].map((module) => ['electron/core/planted.ts', use(module), true] as const),
  ['electron/core/planted.ts', "import type { Thing } from '../journal/visits.ts';\nexport type Used = Thing;\n", true],
  ['electron/core/planted.ts', "export const thing = await import('node:fs');\n", true],
  ['electron/core/planted.ts', "export { thing } from 'ws';\n", true],
  ['electron/core/planted.ts', use('../contract/snapshot.ts'), false],
  ['electron/core/planted.ts', use('./visit.ts'), false],
  // SUP-2: the contract imports itself and zod.
  ...['../core/visit.ts', 'node:path', 'electron', 'react', 'ws'].map(
    (module) => ['electron/contract/planted.ts', use(module), true] as const,
  ),
  ['electron/contract/planted.ts', use('zod'), false],
  ['electron/contract/planted.ts', use('./snapshot.ts'), false],
  // SUP-2: the renderer imports the contract alone.
  ...[
    '../../electron/core/visit.ts',
    '../../electron/settings/settings.ts',
    '../../electron/app.ts',
    'node:fs',
    'electron',
    'undici',
    'libsql',
    'ws',
  ].map((module) => ['renderer/lobby/planted.tsx', use(module), true] as const),
  ['renderer/lobby/planted.tsx', use('../../electron/contract/snapshot.ts'), false],
  ['renderer/lobby/planted.tsx', use('react'), false],
  ['renderer/lobby/planted.tsx', "import '../style/lobby.css';\n", false],
  // SUP-2: one owner for each dangerous module.
  ...(
    [
      ['undici', 'electron/bookings'],
      ['libsql', 'electron/journal'],
      ['node:net', 'electron/printer'],
      ['node:dgram', 'electron/printer'],
      ['node-thermal-printer', 'electron/printer'],
      ['@sealsystems/ipp', 'electron/printer'],
      ['bonjour-service', 'electron/finder'],
      ['ws', 'electron/host/browser'],
      ['nodemailer', 'electron/handover'],
      ['nodemailer/lib/smtp-connection', 'electron/handover'],
      ['nodemailer/lib/mail-composer', 'electron/handover'],
      ['electron', 'electron/host/electron'],
    ] as const
  ).flatMap(([module, owner]) =>
    [
      ...['electron/bookings', 'electron/journal', 'electron/printer', 'electron/host/browser', 'electron/host/electron'],
      ...[
        'electron/finder',
        'electron/handover',
        'electron/host',
        'electron/effects',
        'electron/settings',
        'electron/demo',
        'electron/log',
        'electron',
      ],
    ].map((folder) => [`${folder}/planted.ts`, use(module), folder !== owner] as const),
  ),
  ...['electron/bookings', 'electron/host/electron', 'electron/printer', 'electron'].flatMap((folder) => [
    [`${folder}/planted.ts`, use('node:child_process'), true] as const,
    [`${folder}/planted.ts`, use('child_process'), true] as const,
  ]),
  ['electron/main.ts', use('electron'), false],
  ['electron/preload.ts', use('electron'), false],
  ['electron/browser.ts', use('electron'), true],
  // WIN-7: nothing opens another program.
  ['electron/host/electron/planted.ts', "import { shell } from 'electron';\nexport const used = shell;\n", true],
  ['electron/main.ts', "import { shell } from 'electron';\nexport const used = shell;\n", true],
  // SUP-3: text never becomes a page or a program.
  ...[
    'eval(text)',
    'new Function(text)',
    '(node.innerHTML = text)',
    '(node.outerHTML = text)',
    "node.insertAdjacentHTML('beforeend', text)",
    'document.write(text)',
  ].map((expression) => ['renderer/parts/planted.ts', calling(expression), true] as const),
  ['renderer/parts/planted.ts', calling('(node.textContent = text)'), false],
  [
    'renderer/parts/planted.tsx',
    'export const Part = ({ text }: { text: string }) => <p dangerouslySetInnerHTML={{ __html: text }} />;\n',
    true,
  ],
  [
    'electron/host/electron/planted.ts',
    'export const run = (page: { executeJavaScript(text: string): void }, text: string) => page.executeJavaScript(text);\n',
    true,
  ],
  ['electron/host/planted.ts', 'export const text: any = 1;\n', true],
  ['electron/host/planted.ts', 'const text = 1;\nexport default text;\n', true],
];

/** Each plant under a name of its own, so that one run of the linter judges all; a fixed name that comes twice goes to a second tree. */
const placed = planted.map(([path, text, refused], index) => {
  const earlier = planted.slice(0, index).filter(([other]) => other === path && !path.includes('planted')).length;
  return { tree: `tree-${earlier}`, path: path.replace('planted', `planted-${index}`), text, refused };
});
const failed = new Set<string>();

// The trees stand beside copies of the project's rules, so that the checkout is never touched.
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-walls-'));
  for (const tree of new Set(placed.map((plant) => plant.tree))) {
    for (const rule of ['biome.json', 'test/lint/danger.grit']) {
      mkdirSync(dirname(join(folder, tree, rule)), { recursive: true });
      copyFileSync(join(root, rule), join(folder, tree, rule));
    }
    for (const { path, text } of placed.filter((plant) => plant.tree === tree)) {
      mkdirSync(dirname(join(folder, tree, path)), { recursive: true });
      writeFileSync(join(folder, tree, path), text);
    }
    const words = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
    const { stdout } = spawnSync(process.execPath, words, { cwd: join(folder, tree), encoding: 'utf8' });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { severity: string; location: { path: string } }[] };
    for (const { severity, location } of diagnostics) if (severity === 'error') failed.add(`${tree}/${location.path}`);
  }
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe('SUP-2 SUP-3 the walls hold', () => {
  it.each(
    placed.map((plant) => [plant.refused ? 'refuses' : 'lets through', plant.path, plant.text.split('\n')[0], plant] as const),
  )('SUP-2 SUP-3 lint %s in %s: %s', (_word, _path, _line, { tree, path, refused }) => {
    expect(failed.has(`${tree}/${path}`)).toBe(refused);
  });

  it('SUP-2 the sources pass', () => {
    expect(() =>
      execFileSync(process.execPath, [biome, 'lint', 'electron', 'renderer'], { cwd: root, stdio: 'pipe' }),
    ).not.toThrow();
  });
});
