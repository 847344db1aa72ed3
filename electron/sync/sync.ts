import type { Call } from '../bookings/call.ts';
import type { FetchPicture } from '../bookings/pictures.ts';
import type { IdleContent } from '../core/visit.ts';
import type { Clock } from '../effects/clock.ts';
import type { Log } from '../log/log.ts';
import type { Settings } from '../settings/settings.ts';
import { createContent } from './content.ts';
import type { Picture } from './picture.ts';
import { keepPresent } from './presence.ts';
import { type Watched, watch } from './watch.ts';

/**
 * What runs beside the visitors. `call` should be one that gives way to theirs. `watched`: what else is to be kept fresh, such as the
 * bookings of a desk's rooms or the keys of doors. `chance`: 0 to 1.
 */
export interface SyncParts {
  readonly call: Call;
  readonly fetchPicture: FetchPicture;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Pick<Settings, 'data' | 'kiosk' | 'resource' | 'callback'>;
  readonly onContent: (content: IdleContent) => void;
  readonly watched?: readonly Watched[];
  readonly chance?: () => number;
}

/** What runs beside the visitors, running. */
export interface Sync {
  /** Somebody uses the kiosk, or nobody does any more. */
  occupied(isOccupied: boolean): void;
  /** A picture of the idle content, by its name. */
  picture(name: string): Picture | undefined;
  /** Ends everything: timers, the listener, and the device's last word, within half a second. */
  stop(): Promise<void>;
}

/**
 * Starts what the settings ask for: with a kiosk name the kiosk as a device, with a resource its player content for the idle screen, with a
 * callback address the listener and its subscriptions. With none of them it does nothing. Never throws and is never waited for.
 */
export function startSync(parts: SyncParts): Sync {
  const { call, fetchPicture, clock, log, settings, onContent, watched = [], chance = Math.random } = parts;
  const { data, kiosk: name, resource, callback } = settings;
  const presence = name ? keepPresent({ call, clock, log, chance, data, name, resource }) : undefined;
  const content = resource ? createContent({ call, fetchPicture, clock, log, resource, onContent }) : undefined;
  const idle: Watched[] = content && resource ? [{ kind: 'content', ids: [resource], refresh: content.refresh }] : [];
  const watching = watch({ call, clock, log, chance, callback, watched: [...idle, ...watched] });
  return {
    occupied: (isOccupied) => presence?.occupied(isOccupied),
    picture: (wanted) => content?.picture(wanted),
    stop: async () => {
      content?.stop();
      await Promise.all([presence?.stop(), watching.stop()]);
    },
  };
}
