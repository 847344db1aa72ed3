import { closeSync, existsSync, openSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { failure, type Result, success } from '../contract/failure.ts';
import { failpoint } from '../failpoint.ts';
import { readBounded } from '../settings/bounded.ts';
import { removeDurably, renameDurably, writeDurably } from '../settings/durable.ts';
import { attempt } from './failures.ts';

const operation = 'journal.moveAside';

/** What belongs to a database: without them it lacks commits, and beside another one they would be read into it. */
const companions = ['-wal', '-shm', '-journal'];

/** While a move goes on: under which name the journal is moved aside. */
const movingNote = (file: string): string => join(dirname(file), 'journal.moving');
/** The same note once the move is over, until the new journal says of itself that it replaced one. */
const replacedNote = (file: string): string => join(dirname(file), 'journal.replaced');

/**
 * Moves a damaged journal aside, whole and by renaming alone: `journal.db` becomes `journal.db.damaged-20261123T021500Z` (`at`, in UTC), and its
 * -wal, -shm and -journal follow it under that name, so that the set can be opened, or mended, elsewhere. Nothing is deleted or
 * written over. A power cut at any step leaves what `endMove` brings to its end: the name is noted first, the database goes before what
 * belongs to it, and no new one is made while the note is there. Failures: `journal.full`, `journal.unwritable`.
 */
export function moveAside(file: string, at: Date): Result<void> {
  return attempt(operation, () => {
    writeDurably(movingNote(file), `${freeName(file, at)}\n`);
    failpoint('damage.noted');
    return endMove(file);
  });
}

/**
 * Brings a move that a power cut stopped to its end; where there is none, nothing is done. To be called at each start before the journal is
 * looked at. Failures: `journal.full`, `journal.unwritable`.
 */
export function endMove(file: string): Result<void> {
  return attempt(operation, () => {
    const note = movingNote(file);
    if (!existsSync(note)) return success(undefined);
    const name = namedIn(note, file);
    // Without the name nothing can be moved under it: what is left beside no database is found damaged, and moved on its own.
    const moved = name === undefined ? success(undefined) : moveAll(file, join(dirname(file), name));
    if (!moved.ok) return moved;
    failpoint('damage.all-moved');
    renameDurably(note, replacedNote(file));
    return success(undefined);
  });
}

function moveAll(file: string, aside: string): Result<void> {
  if (!existsSync(aside)) {
    // A -wal that has lost its database is moved with an empty one, so that its name is taken.
    if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
    renameDurably(file, aside);
    failpoint('damage.database-moved');
  }
  for (const companion of companions) {
    if (!existsSync(file + companion)) continue;
    // Somebody has put a file there since the name was chosen.
    if (existsSync(aside + companion)) return failure('journal.unwritable', { operation });
    renameDurably(file + companion, aside + companion);
    failpoint('damage.companion-moved');
  }
  return success(undefined);
}

/** The name under which a journal was moved aside that the one at `file` replaced and does not tell of yet; undefined: there is none. */
export function replacedBy(file: string): string | undefined {
  const note = replacedNote(file);
  return existsSync(note) ? (namedIn(note, file) ?? `${basename(file)}.damaged-*`) : undefined;
}

/** The name of the newest journal that was moved aside and lies beside `file` still; undefined: there is none, or the folder cannot be read. */
export function lyingAside(file: string): string | undefined {
  const found = attempt(operation, () => success(readdirSync(dirname(file)).filter((name) => isAsideOf(file, name))));
  return found.ok ? found.value.sort().at(-1) : undefined;
}

/** Ends that telling. Failures: `journal.full`, `journal.unwritable`; it is then told once more at the next start. */
export function endTelling(file: string): Result<void> {
  return attempt(operation, () => {
    removeDurably(replacedNote(file));
    return success(undefined);
  });
}

/** A name that neither the database nor what belongs to it would find taken. */
function freeName(file: string, at: Date): string {
  const stamp = at.toISOString().replace(/[-:]|\.\d+/g, '');
  const wanted = `${basename(file)}.damaged-${stamp}`;
  const isFree = (name: string): boolean => ['', ...companions].every((end) => !existsSync(join(dirname(file), name + end)));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (isFree(name)) return name;
  }
}

function namedIn(note: string, file: string): string | undefined {
  const line = readBounded(note, 200)?.toString() ?? '';
  const name = line.slice(0, -1);
  return line.endsWith('\n') && isAsideOf(file, name) ? name : undefined;
}

function isAsideOf(file: string, name: string): boolean {
  const [start, stamp = ''] = name.split('.damaged-');
  return start === basename(file) && /^\d{8}T\d{6}Z(-\d+)?$/.test(stamp);
}
