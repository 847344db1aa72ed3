import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { extname, isAbsolute, join, resolve } from 'node:path';
import { readBounded } from './bounded.ts';

/** Where the files that people ask for are put. */
export interface Exports {
  /**
   * Writes a file for this account alone (0600) and answers its path. Never over a file that is there: a number is added to the name. `full`: no
   * room on the disk; `unwritable`: no folder can be written to. Nothing is then left behind.
   */
  write(name: string, content: Uint8Array | string): Exported;
}

export type Exported = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly why: 'full' | 'unwritable' };

/** What decides where: the account's home folder, the data folder, and the platform. */
interface ExportPlaces {
  readonly home: string;
  readonly data: string;
  readonly platform: NodeJS.Platform;
  /** Where the account's own configuration is, where it is not `.config` (Linux). */
  readonly config?: string | undefined;
}

const mostNumbers = 1_000;

/** The account's folder of downloads, where there is one that can be written to; else `exports` in the data folder, which is made. */
export function createExports(places: ExportPlaces): Exports {
  return {
    write: (name, content) => {
      // What calls this makes the names up: one that leads out of the folder is a bug.
      if (!/^\w[\w.-]{0,99}$/.test(name)) throw new Error('no name of a file');
      const bytes = Buffer.from(content);
      const downloads = downloadsOf(places);
      const there = downloads === undefined ? undefined : written(downloads, name, bytes);
      if (there?.ok) return there;
      const own = join(places.data, 'exports');
      const here = isMade(own) ? written(own, name, bytes) : ({ ok: false, why: 'unwritable' } as const);
      // A full disk is what somebody can do something about.
      return here.ok || there === undefined || here.why === 'full' ? here : there;
    },
  };
}

function written(folder: string, name: string, bytes: Buffer): Exported {
  const ending = extname(name);
  const title = ending === '' ? name : name.slice(0, -ending.length);
  for (let number = 1; number <= mostNumbers; number += 1) {
    const path = join(folder, number === 1 ? name : `${title}-${number}${ending}`);
    try {
      writeNew(path, bytes);
      return { ok: true, path };
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'EEXIST') return { ok: false, why: code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'unwritable' };
    }
  }
  return { ok: false, why: 'unwritable' };
}

/** Exclusive (`x`) follows no link that somebody has put there, and tells two that write at once apart. */
function writeNew(path: string, bytes: Buffer): void {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    for (let done = 0; done < bytes.length; done += writeSync(descriptor, bytes, done));
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch (error) {
    closeSync(descriptor);
    rmSync(path, { force: true });
    throw error;
  }
}

/** Throws on what is no error of the file system. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
  return String(error.code);
}

function isMade(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return true;
  } catch (error) {
    codeOf(error);
    return false;
  }
}

function downloadsOf({ home, platform, config }: ExportPlaces): string | undefined {
  const named = platform === 'linux' ? namedDownloads(config || join(home, '.config'), home) : undefined;
  return [named, join(home, 'Downloads')].find((folder) => folder !== undefined && isFolder(folder));
}

/**
 * The folder under the name that the account's language gives it. The home folder itself says that there is none.
 * https://www.freedesktop.org/wiki/Software/xdg-user-dirs/
 */
function namedDownloads(config: string, home: string): string | undefined {
  const text = readBounded(join(config, 'user-dirs.dirs'), 64 * 1024)?.toString('utf8') ?? '';
  const [, value = ''] = /^XDG_DOWNLOAD_DIR="([^"\n]*)"/m.exec(text) ?? [];
  const path = value.replace(/^\$HOME(?=\/|$)/, home);
  return isAbsolute(path) && resolve(path) !== resolve(home) ? path : undefined;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
