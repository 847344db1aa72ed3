import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type FailureCode, failure, type Result } from '../contract/failure.ts';
import { isoWithOffset } from '../contract/moment.ts';
import type { Receiver } from '../core/outbox.ts';
import type { WholeJournal } from '../core/ports.ts';
import { endMove, endTelling, lyingAside, moveAside, replacedBy } from '../journal/damage.ts';
import { openJournal } from '../journal/open.ts';
import { kioskId } from '../sync/kiosk-id.ts';
import { keepFingerprint, whoseKey } from './fingerprint.ts';
import { prepareFolder } from './folder.ts';
import { lockFolder } from './lock.ts';
import { journalKey, type Keyring } from './secret.ts';
import { type Checked, fits, type Settings, wrong } from './settings.ts';

/** What Foyer keeps, open for this process alone until `release`. */
export interface Store {
  readonly journal: WholeJournal;
  /** The key of everything that is kept: 32 bytes. */
  readonly key: Buffer;
  /**
   * The name under which a damaged journal lies in the data folder, where this one took its place: staff are to be told, at each start until
   * somebody has taken it away, for whoever sees this start may not be who saw the first one.
   */
  readonly replaced?: string;
  release(): void;
}

const reasons: Partial<Record<FailureCode, string>> = {
  'journal.full': 'the disk is full: make room and start again',
  'journal.unwritable': 'the journal cannot be read or written: check the folder and its disk',
  'journal.locked': 'the journal is held by another program: stop it and start again',
  'journal.newer': 'the journal was written by a newer version of Foyer: start that version',
  'journal.key':
    'the journal does not open with this key, and was left as it is: put back the key that belongs to it, or choose another folder with --data',
  'journal.damaged': 'the journal is damaged as soon as it is made: the disk may be failing; choose another folder with --data',
};

/**
 * Makes the data folder, takes it for this process, finds the key and opens the journal. One that is damaged is moved aside whole, and a
 * new one is started, which says so in its first event. Nothing is ever deleted or written over, nothing but the lock is touched while
 * another process has the folder, and a journal is damaged only if it is certain that the key is its own.
 */
export function openStore(
  settings: Pick<Settings, 'data' | 'key'>,
  keyring: Keyring | undefined,
  { receivers = [], now = () => new Date() }: { receivers?: readonly Receiver[]; now?: () => Date } = {},
): Checked<Store> {
  const { data, key: kept } = settings;
  const folder = prepareFolder(data);
  if (!folder.ok) return folder;
  const lock = lockFolder(data);
  if (!lock.ok) return lock;
  const opened = openKept({ data, kept, keyring, receivers, now });
  if (!opened.ok) {
    lock.value.release();
    return opened;
  }
  return fits({ ...opened.value, release: () => lock.value.release() });
}

interface Parts {
  readonly data: string;
  readonly kept: Settings['key'];
  readonly keyring: Keyring | undefined;
  readonly receivers: readonly Receiver[];
  readonly now: () => Date;
}

function openKept({ data, kept, keyring, receivers, now }: Parts): Checked<Omit<Store, 'release'>> {
  const file = join(data, 'journal.db');
  const ended = endMove(file);
  if (!ended.ok) return refused(ended.failure.code);
  const key = journalKey({ data, journal: file, kept, keyring });
  if (!key.ok) return key;
  const kiosk = kioskId(data);
  if (!kiosk.ok) {
    return kiosk.failure.code === 'journal.damaged'
      ? wrong('FOYER_DATA', 'the file kiosk-id is damaged: put back a copy, or remove it, and this kiosk becomes a new device')
      : refused(kiosk.failure.code);
  }
  const journal = openOrReplace({ file, key: key.value, kiosk: kiosk.value, receivers }, now);
  if (!journal.ok) return refused(journal.failure.code);
  keepFingerprint(file, key.value);
  const untold = replacedBy(file);
  // Noted at the next start where the disk does not take it now.
  if (untold !== undefined && journal.value.noteReplaced(isoWithOffset(now())).ok) endTelling(file);
  const replaced = untold ?? lyingAside(file);
  return fits({ journal: journal.value, key: key.value, ...(replaced !== undefined && { replaced }) });
}

function openOrReplace(options: { key: Buffer } & Parameters<typeof openJournal>[0], now: () => Date): Result<WholeJournal> {
  const whose = whoseKey(options.file, options.key);
  if (!isEmptied(options.file, whose)) {
    const opened = openJournal(options);
    if (opened.ok || !['journal.damaged', 'journal.key'].includes(opened.failure.code)) return opened;
    if (whose === 'other') return failure('journal.key', { operation: 'journal.open' });
    if (whose === 'unknown' && opened.failure.code === 'journal.key') return opened;
  }
  const moved = moveAside(options.file, now());
  return moved.ok ? openJournal(options) : moved;
}

/**
 * Whether a journal that was once open here is an empty file now, as some file systems leave one after a power cut: to SQLite it is a new one,
 * and whoever was in would be forgotten without a word.
 */
function isEmptied(file: string, whose: ReturnType<typeof whoseKey>): boolean {
  if (whose === 'unknown' || replacedBy(file) !== undefined) return false;
  const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size;
  return sizeOf(file) === 0 && !sizeOf(`${file}-wal`);
}

const refused = (code: FailureCode): Checked<never> => wrong('FOYER_DATA', reasons[code] ?? 'the journal does not open');
