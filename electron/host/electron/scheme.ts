import type { CustomScheme, Session } from 'electron';
import { type Pages, plainReply, servePage } from '../pages.ts';
import { pageUrl, scheme } from './origin.ts';

/** What the scheme may do; to be registered before the app is ready. No service workers, no bypass of the content security policy. */
export const privileges: CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
};

/** Serves the pages to a session at `foyer://app/` and nothing else. */
export function servePages(session: Pick<Session, 'protocol'>, pages: Pages): void {
  session.protocol.handle(scheme, (request) => respond(pages, request));
}

/** Answers one request of the scheme; another host of the scheme is refused. */
export async function respond(pages: Pages, request: { method: string; url: string }): Promise<Response> {
  const { status, headers, body } = await replyTo(pages, request);
  return new Response(body, { status, headers });
}

async function replyTo(pages: Pages, { method, url }: { method: string; url: string }) {
  if (!url.startsWith(pageUrl)) return plainReply(403, 'This is not an address of Foyer.');
  try {
    return await servePage(pages, method, url.slice(pageUrl.length - 1));
  } catch {
    return plainReply(404, 'This file is gone.');
  }
}
