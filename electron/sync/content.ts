import type { Call } from '../bookings/call.ts';
import type { FetchPicture } from '../bookings/pictures.ts';
import { type Result, success } from '../contract/failure.ts';
import type { IdleContent } from '../core/visit.ts';
import type { Clock } from '../effects/clock.ts';
import type { Fields } from '../log/events.ts';
import type { Log } from '../log/log.ts';
import { type Picture, pictureAt } from './picture.ts';
import { readPlaylist } from './playlist.ts';
import { noteOf } from './presence.ts';

/** How old a picture may be before it is fetched again, in milliseconds; the second where the server told of a change. */
const oldestMs = 60 * 60_000;
const oldestToldMs = 60_000;

/** What the idle screen plays, as far as it is known. */
export interface Content {
  /** Asks the server; what is there stays where it does not answer. */
  refresh(isTold: boolean): Promise<Result<unknown>>;
  picture(name: string): Picture | undefined;
  /** Takes and tells nothing more. */
  stop(): void;
}

/** Keeps the newest player content of a resource in memory, and tells when it changes. */
export function createContent(parts: {
  readonly call: Call;
  readonly fetchPicture: FetchPicture;
  readonly clock: Clock;
  readonly log: Log;
  readonly resource: string;
  readonly onContent: (content: IdleContent) => void;
}): Content {
  const { call, fetchPicture, clock, log, resource, onContent } = parts;
  let fetched = new Map<string, { readonly picture: Picture; readonly at: number }>();
  let pictures: ReadonlyMap<string, Picture> = new Map();
  let told = '[]';
  let noted = '';
  let stopped = false;

  async function refresh(isTold: boolean): Promise<Result<unknown>> {
    const answer = await call('bookableResourcePlayerContent.search', { id: resource });
    if (stopped) return success(undefined);
    if (!answer.ok) {
      note({ ok: false, ...noteOf(answer.failure) });
      return answer;
    }
    const rows = answer.value.filter((row) => !row.resource?.id || row.resource.id === resource);
    const seen: typeof fetched = new Map();
    const playlist = await readPlaylist(rows, async (address) => {
      if (stopped) return success(undefined);
      const known = seen.get(address) ?? fetched.get(address);
      if (known && clock.now() - known.at < (isTold ? oldestToldMs : oldestMs)) {
        seen.set(address, known);
        return success(known.picture);
      }
      const got = await pictureAt(address, fetchPicture);
      if (got.ok && got.value) seen.set(address, { picture: got.value, at: clock.now() });
      if (got.ok || !known) return got;
      // One that cannot be fetched now is shown as it was.
      seen.set(address, known);
      return success(known.picture);
    });
    if (stopped) return success(undefined);
    fetched = seen;
    pictures = playlist.pictures;
    const { items, skipped, fault } = playlist;
    note({ ok: !fault, pictures: items.length - textsIn(items), texts: textsIn(items), skipped, ...(fault && noteOf(fault)) });
    tell(items);
    return fault ? { ok: false, failure: fault } : success(undefined);
  }

  function tell(items: IdleContent): void {
    const text = JSON.stringify(items);
    if (text === told) return;
    told = text;
    onContent(items);
  }

  /** Only what changes is noted. */
  function note(fields: Fields<'idleContent'>): void {
    if (noted === JSON.stringify(fields)) return;
    noted = JSON.stringify(fields);
    log.log('idleContent', fields);
  }

  return {
    refresh,
    picture: (name) => pictures.get(name),
    stop: () => {
      stopped = true;
    },
  };
}

const textsIn = (items: IdleContent): number => items.filter(({ kind }) => kind === 'text').length;
