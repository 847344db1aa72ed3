import { join } from 'node:path';
import type { FailureCode } from '../contract/failure.ts';
import type { WholeJournal } from '../core/ports.ts';
import { openJournal } from '../journal/open.ts';
import { kioskId } from '../sync/kiosk-id.ts';
import { prepareFolder } from './folder.ts';
import { lockFolder } from './lock.ts';
import { journalKey, type Keyring } from './secret.ts';
import { type Checked, fits, type Settings, wrong } from './settings.ts';

/** What Foyer keeps, open for this process alone until `release`. */
export interface Store {
  readonly journal: WholeJournal;
  release(): void;
}

const reasons: Partial<Record<FailureCode, string>> = {
  'journal.full': 'the disk is full: make room and start again',
  'journal.unwritable': 'the journal cannot be read or written: check the folder and its disk',
  'journal.locked': 'the journal is held by another program: stop it and start again',
  'journal.newer': 'the journal was written by a newer version of Foyer: start that version',
  'journal.key': 'the journal does not open with this key: put back the key that belongs to it',
  'journal.damaged':
    'the journal is damaged or does not open with this key: it was left as it is; put back a copy, or choose another folder',
};

/** Makes the data folder, takes it for this process, finds the key and opens the journal. Nothing is ever deleted or written over. */
export function openStore(settings: Pick<Settings, 'data' | 'key'>, keyring: Keyring | undefined): Checked<Store> {
  const { data, key: kept } = settings;
  const folder = prepareFolder(data);
  if (!folder.ok) return folder;
  const lock = lockFolder(data);
  if (!lock.ok) return lock;
  const release = () => lock.value.release();
  const file = join(data, 'journal.db');
  const key = journalKey({ data, journal: file, kept, keyring });
  if (!key.ok) {
    release();
    return key;
  }
  const kiosk = kioskId(data);
  const journal = kiosk.ok ? openJournal({ file, key: key.value, kiosk: kiosk.value }) : kiosk;
  if (!journal.ok) {
    release();
    return wrong('FOYER_DATA', reasons[journal.failure.code] ?? 'the journal does not open');
  }
  return fits({ journal: journal.value, release });
}
