import { randomBytes } from 'node:crypto';
import { failure, type Result, success } from '../contract/failure.ts';
import type { Roster, RosterDraft } from '../core/ports.ts';
import type { Visit } from '../core/visit.ts';
import type { Clock } from '../effects/clock.ts';
import type { Log } from '../log/log.ts';
import { openCurrent } from './current.ts';
import { createDerivation, finderOf, rosterPassphraseOf } from './derivation.ts';
import { createDraft } from './draft.ts';
import { rosterFile } from './files.ts';
import { buildGeneration, markOf } from './generation.ts';
import { keepPurged } from './purging.ts';
import { unseal } from './seal.ts';

const hourMs = 60 * 60_000;

/**
 * Opens the roster in `folder`, of which it takes only the files called `roster-<number>.db`. `key`: the data folder's 32 bytes. It is a copy of
 * what the server has and never stops a start: of what is there the newest that is whole is taken, the rest is removed, and one that
 * is damaged is downloaded again; the log says so. `site`: whose visits they are (server and building); those of another are not taken. What ended more than `retentionHours` ago is not kept. `pageLimit`: how many pages
 * of 4 KiB a file may have.
 */
export function openRoster(options: {
  readonly folder: string;
  readonly key: Buffer;
  readonly site?: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly retentionHours: number;
  readonly pageLimit?: number;
}): Roster {
  const { folder, key, site = '', clock, log, pageLimit } = options;
  const retentionMs = options.retentionHours * hourMs;
  const passphrase = rosterPassphraseOf(key);
  const derivation = createDerivation(key);
  const digestKey = randomBytes(32);
  const mark = markOf(key, site);
  const current = openCurrent({ folder, passphrase, mark, clock, log });
  let drafting: RosterDraft | undefined;
  let closed = false;

  const stopPurging = keepPurged({ clock, current, retentionMs });

  async function find(code: string): Promise<Result<readonly Visit[]>> {
    const derived = await derivation.forLookUp(code);
    const sealed = current.use('roster.find', (generation) => generation.find(finderOf(derived)));
    if (!sealed.ok) return sealed;
    const records = sealed.value ?? [];
    const texts = records.flatMap((record) => unseal(derived, record) ?? []);
    if (texts.length < records.length) current.doubt();
    // Nobody but this program can have written what opens.
    return success(texts.map((text) => JSON.parse(text) as Visit));
  }

  function draft(): Result<RosterDraft> {
    const operation = 'roster.draft';
    if (closed) return failure('journal.unwritable', { operation });
    if (drafting) return failure('journal.locked', { operation });
    const begun = clock.now();
    const wall = clock.wall();
    drafting = createDraft({
      current,
      derivation,
      digestKey,
      begun,
      wall,
      before: Date.parse(wall) - retentionMs,
      build: (number) => buildGeneration(rosterFile(folder, number), passphrase, mark, pageLimit),
      onEnd: () => {
        drafting = undefined;
      },
    });
    return success(drafting);
  }

  return {
    find,
    status: current.status,
    draft,
    close() {
      closed = true;
      stopPurging();
      drafting?.abandon();
      current.close();
    },
  };
}
