import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { pictureFolder } from '../contract/lobby.ts';
import { responseHeaders } from './policy.ts';

/** What a host sends back. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** One thing that a page is made of: its media type, and what is in it. */
export interface Page {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What there is to serve, by the path as in a URL (`/assets/main-1a2b.js`); `/` is the page itself. Undefined: not on the list. */
export type Pages = (path: string) => Promise<Page | undefined>;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * The built renderer. Lists the files under `root` once, at the start. Only the list is kept: the fonts of all scripts are tens of megabytes, and a
 * screen needs few of them. Rejects when the renderer is not built.
 */
export async function listPages(root: string): Promise<Pages> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(root, file).split(sep).join('/')}`, file);
  }
  const index = files.get('/index.html');
  if (index === undefined) throw new Error('the renderer is not built: run npm start');
  files.set('/', index);
  return async (path) => {
    const file = files.get(path);
    if (file === undefined) return undefined;
    return { type: types[extname(file)] ?? 'application/octet-stream', bytes: await readFile(file) };
  };
}

/** The pages with the pictures of the idle screen, which are in memory, under `/content/`. */
export function withPictures(pages: Pages, picture: (name: string) => Page | undefined): Pages {
  return async (path) => (path.startsWith(pictureFolder) ? picture(path.slice(pictureFolder.length)) : pages(path));
}

/**
 * Answers a request for a page. `target` is the path as it came, with its query if it has one, not normalised. It is decoded
 * once and looked up as it stands, so no spelling of a path reaches a file that is not on the list (rule WIN-2).
 */
export async function servePage(pages: Pages, method: string, target: string): Promise<Reply> {
  if (method !== 'GET') return plainReply(405, 'Only GET is answered here.', { allow: 'GET' });
  const path = decodedPath(target);
  if (path === undefined) return plainReply(400, 'This is not an address of Foyer.');
  const page = await pages(path);
  if (page === undefined) return plainReply(404, 'There is nothing at this address.');
  return { status: 200, headers: { ...responseHeaders, 'content-type': page.type }, body: new Uint8Array(page.bytes) };
}

/** A reply in words, with the same headers as a page. */
export function plainReply(status: number, words: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { ...responseHeaders, 'content-type': 'text/plain; charset=utf-8', ...headers }, body: words };
}

function decodedPath(target: string): string | undefined {
  const end = target.search(/[?#]/);
  const path = end === -1 ? target : target.slice(0, end);
  if (!path.startsWith('/')) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
