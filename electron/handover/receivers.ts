import type { WriteBadge } from '../bookings/writing.ts';
import type { HandOver, Outbox, Receiver } from '../core/outbox.ts';
import type { Settings } from '../settings/settings.ts';
import { createBadgeHandOver, writesBadges } from './badges.ts';
import { createMail } from './mail.ts';
import { createWebhook } from './webhook.ts';

type Given = Pick<Settings, 'webhook' | 'paths' | 'demo' | 'mail'>;

/**
 * Whom this installation hands events on to; none: they are recorded here, and that is all. The demo's server is written nothing: it has
 * the paths of the table, whatever the site's own has. Its invented hosts are told only by a mail server on this machine.
 */
export const receiversOf = ({ webhook, paths, demo, mail }: Given): readonly Receiver[] => [
  ...(webhook ? (['webhook'] as const) : []),
  ...(!demo && writesBadges(paths) ? (['bookings'] as const) : []),
  ...(mail && (!demo || mail.security === 'none') ? (['hosts'] as const) : []),
];

/** The ways to them. `write`: the client's own; `outbox`, `wall`: what a letter that goes out of date depends on, the time as ISO 8601 with offset. */
export function createHandOvers({
  settings,
  write,
  outbox,
  wall,
}: {
  settings: Given & Pick<Settings, 'ca' | 'proxy'>;
  write: WriteBadge;
  outbox: Pick<Outbox, 'begun' | 'hereSince'>;
  wall: () => string;
}): readonly HandOver[] {
  const { webhook, mail, paths, ca, proxy } = settings;
  return receiversOf(settings).flatMap((receiver) => {
    if (receiver === 'bookings') return [createBadgeHandOver({ write, paths })];
    if (receiver === 'hosts') return mail ? [createMail({ mail, ca, outbox, wall })] : [];
    return webhook ? [createWebhook({ ...webhook, ca, proxy })] : [];
  });
}
