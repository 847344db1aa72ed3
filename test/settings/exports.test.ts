import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createExports } from '../../electron/settings/exports.ts';
import { temporaryFolder } from '../journal/visit-of.ts';
import { mountSmallDisk } from './small-disk.ts';

function places(downloads?: string) {
  const home = temporaryFolder();
  const data = temporaryFolder();
  if (downloads !== undefined) mkdirSync(join(home, downloads));
  return { home, data, platform: 'linux' as const };
}

describe('a file for a person', () => {
  it('is put among the downloads, for this account alone', () => {
    const { home, ...others } = places('Downloads');
    const path = join(home, 'Downloads', 'foyer-report.json');
    expect(createExports({ home, ...others }).write('foyer-report.json', '{}')).toEqual({ ok: true, path });
    expect(readFileSync(path, 'utf8')).toBe('{}');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is put where the account’s language has its downloads', () => {
    const { home, ...others } = places('Téléchargements');
    mkdirSync(join(home, '.config'));
    writeFileSync(join(home, '.config/user-dirs.dirs'), '# written by xdg\nXDG_DOWNLOAD_DIR="$HOME/Téléchargements"\n');
    const exported = createExports({ home, ...others }).write('a.csv', 'x');
    expect(exported).toEqual({ ok: true, path: join(home, 'Téléchargements', 'a.csv') });
    writeFileSync(join(home, '.config/user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/"\n');
    expect(createExports({ home, ...others }).write('a.csv', 'x')).toEqual({ ok: true, path: join(others.data, 'exports/a.csv') });
  });

  it('DAT-4 is put into the data folder where there are no downloads, in a folder for this account alone', () => {
    const all = places();
    const path = join(all.data, 'exports', 'visits.csv');
    expect(createExports(all).write('visits.csv', Buffer.from([1, 2]))).toEqual({ ok: true, path });
    expect([statSync(path).mode & 0o777, statSync(join(all.data, 'exports')).mode & 0o777]).toEqual([0o600, 0o700]);
  });

  it('never takes the place of another: a file, a folder, a link that leads nowhere', () => {
    const all = places('Downloads');
    const folder = join(all.home, 'Downloads');
    writeFileSync(join(folder, 'visits.csv'), 'mine');
    mkdirSync(join(folder, 'visits-2.csv'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'visits-3.csv'));
    expect(createExports(all).write('visits.csv', 'new')).toEqual({ ok: true, path: join(folder, 'visits-4.csv') });
    expect(readFileSync(join(folder, 'visits.csv'), 'utf8')).toBe('mine');
    expect(readdirSync(folder)).not.toContain('elsewhere');
  });

  it.each(['../out', '/etc/x', '', 'a/b', '.hidden'])('is given no name like %j', (name) => {
    expect(() => createExports(places('Downloads')).write(name, 'x')).toThrow('no name of a file');
  });

  it('DUR-11 is said not to be written where no folder is to be had', () => {
    const all = places();
    rmSync(all.data, { recursive: true });
    writeFileSync(all.data, 'a file in its place');
    expect(createExports(all).write('a.csv', 'x')).toEqual({ ok: false, why: 'unwritable' });
    rmSync(all.data);
  });

  const disk = mountSmallDisk(64 * 1024);
  afterAll(() => disk?.end());

  it.skipIf(disk === undefined)('DUR-5 on a full disk leaves nothing behind, and says so', () => {
    const folder = disk?.folder ?? '';
    const all = { home: join(folder, 'home'), data: join(folder, 'data'), platform: 'linux' as const };
    mkdirSync(join(all.home, 'Downloads'), { recursive: true });
    mkdirSync(all.data);
    expect(createExports(all).write('big.csv', Buffer.alloc(1024 * 1024))).toEqual({ ok: false, why: 'full' });
    expect([...readdirSync(join(all.home, 'Downloads')), ...readdirSync(join(all.data, 'exports'))]).toEqual([]);
  });
});
