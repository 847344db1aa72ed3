import { randomBytes } from 'node:crypto';
import type { Journal } from '../core/ports.ts';
import { badgesAgain } from './again.ts';
import { startDemoServer } from './server.ts';

/** The demo's Bookings ONE: spoken to over HTTP like any other, behind a token of its own. */
export async function startEmbedded(journal: Journal) {
  const token = randomBytes(24).toString('base64url');
  const server = await startDemoServer({ token, idOf: badgesAgain(journal, new Date()) });
  return { server: { url: server.url, token, auth: 'raw' as const }, close: () => server.close() };
}
