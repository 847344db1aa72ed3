import type { WriteBadge } from '../bookings/writing.ts';
import type { HandOver, Receiver } from '../core/outbox.ts';
import type { Settings } from '../settings/settings.ts';
import { createBadgeHandOver, writesBadges } from './badges.ts';
import { createWebhook } from './webhook.ts';

type Given = Pick<Settings, 'webhook' | 'paths' | 'demo'>;

/**
 * Whom this installation hands events on to; none: they are recorded here, and that is all. The demo's server is written nothing: it has
 * the paths of the table, whatever the site's own has.
 */
export const receiversOf = ({ webhook, paths, demo }: Given): readonly Receiver[] => [
  ...(webhook ? (['webhook'] as const) : []),
  ...(!demo && writesBadges(paths) ? (['bookings'] as const) : []),
];

/** The ways to them. `write`: the client's own. */
export function createHandOvers({
  settings,
  write,
}: {
  settings: Given & Pick<Settings, 'ca' | 'proxy'>;
  write: WriteBadge;
}): readonly HandOver[] {
  const { webhook, paths, ca, proxy } = settings;
  return receiversOf(settings).flatMap((receiver) => {
    if (receiver === 'bookings') return [createBadgeHandOver({ write, paths })];
    return webhook ? [createWebhook({ ...webhook, ca, proxy })] : [];
  });
}
