import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url);
const builder = readFileSync(new URL('electron-builder.yml', root), 'utf8');

/** The lines of a list or a map of the builder's file, which is flat enough to be read so. */
const sectionOf = (name: string) => {
  const lines = builder.split('\n');
  const start = lines.indexOf(`${name}:`) + 1;
  const length = lines.slice(start).findIndex((line) => /^\S/.test(line) && !line.startsWith('#'));
  return lines.slice(start, start + length).map((line) => line.trim().replace(/^- /, '').replaceAll("'", ''));
};

describe('what is packed', () => {
  it('WIN-14 every fuse that the builder knows is stated, and each on its safe side', () => {
    const types = readFileSync(new URL('node_modules/app-builder-lib/out/configuration.d.ts', root), 'utf8');
    const known = types.slice(types.indexOf('interface FuseOptionsV1')).matchAll(/^ {4}(\w+)\?: boolean;$/gm);
    const fuses = Object.fromEntries(sectionOf('electronFuses').map((line) => line.split(': ')));
    expect(fuses).toEqual({
      runAsNode: 'false',
      enableCookieEncryption: 'true',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      loadBrowserProcessSpecificV8Snapshot: 'false',
      grantFileProtocolExtraPrivileges: 'false',
    });
    // Resetting a signature is no fuse of the binary.
    const names = [...known].map((match) => match[1]).filter((name) => name !== 'resetAdHocDarwinSignature');
    expect(Object.keys(fuses).sort()).toEqual(names.sort());
  });

  it('WIN-15 is an allow-list: what is built, the assets, the manifest', () => {
    const patterns = sectionOf('files').filter((line) => !line.startsWith('!'));
    expect(patterns).toEqual(['dist/**', 'assets/**', 'package.json']);
    expect(builder).toMatch(/^asar: true$/m);
  });

  it('WIN-15 no source maps are built', () => {
    for (const file of ['vite.config.ts', 'vite.main.config.ts'])
      expect(readFileSync(new URL(file, root), 'utf8')).not.toMatch(/sourcemap/i);
  });

  it.each(['electron-builder.yml', 'package.json', '.npmrc', '.ci/run'])(
    'DAT-4 %s holds no secret, and none of our settings',
    (file) => {
      expect(readFileSync(new URL(file, root), 'utf8')).not.toMatch(
        /FOYER_(TOKEN|SERVER|KEY|WEBHOOK|MAIL)|authorization|password/i,
      );
    },
  );
});

describe('SUP-1 what is installed', () => {
  const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const lock = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'));

  it('SUP-1 every version is exact, and the one of the lockfile', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+$/);
      expect(lock.packages[`node_modules/${name}`].version).toBe(version);
    }
  });

  it('SUP-1 every package of the lockfile has a checksum', () => {
    const packages = Object.entries<{ integrity?: string; link?: boolean; inBundle?: boolean }>(lock.packages);
    const bare = packages.filter(([path, entry]) => path !== '' && !entry.link && !entry.inBundle && !entry.integrity);
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  it('SUP-1 every install script is decided on', () => {
    const packages = Object.entries<{ hasInstallScript?: boolean }>(lock.packages).filter(([, entry]) => entry.hasInstallScript);
    const names = packages.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect(names.filter((name) => !(name in (manifest.allowScripts ?? {})))).toEqual([]);
  });
});
