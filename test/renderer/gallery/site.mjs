import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentPicture } from './content-pictures.mjs';

const built = fileURLToPath(new URL('../../../dist/renderer', import.meta.url));

/** Rule WIN-3, word for word. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};

/**
 * Serves a built renderer on loopback as the hosts do, policy included.
 * @param {string} [folder] dist/renderer where it is not given
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serveRenderer(folder = built) {
  const root = join(folder, '/');
  if (!existsSync(join(root, 'index.html'))) throw new Error('dist/renderer is not built: npx vite build');
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const picture = contentPicture(path);
    if (picture) return void response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
    const file = join(root, normalize(path === '/' ? 'index.html' : path));
    if (!file.startsWith(root) || !existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy,
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
