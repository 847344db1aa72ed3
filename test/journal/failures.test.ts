import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { failure, success } from '../../electron/contract/failure.ts';
import { connect, passphraseOf, transaction } from '../../electron/journal/database.ts';
import { attempt, meaningOf } from '../../electron/journal/failures.ts';
import { holdLock } from '../../electron/journal/lock.ts';
import { at, basis, codeOf, journalIn, key, temporaryFolder, theValue, visitOf } from './visit-of.ts';

const connectTo = (folder: string) => connect(join(folder, 'journal.db'), passphraseOf(Buffer.from(key, 'hex')));
const sqliteError = (code: string): Error => Object.assign(new Error('disk'), { code });

it.each([
  ['SQLITE_FULL', 'journal.full'],
  ['SQLITE_BUSY', 'journal.locked'],
  ['SQLITE_BUSY_SNAPSHOT', 'journal.locked'],
  ['SQLITE_LOCKED_SHAREDCACHE', 'journal.locked'],
  ['SQLITE_READONLY', 'journal.unwritable'],
  ['SQLITE_READONLY_DBMOVED', 'journal.unwritable'],
  ['SQLITE_IOERR_FSYNC', 'journal.unwritable'],
  ['SQLITE_IOERR_SHMSIZE', 'journal.full'],
  ['SQLITE_CANTOPEN', 'journal.unwritable'],
  ['SQLITE_CORRUPT_INDEX', 'journal.damaged'],
  ['SQLITE_NOTADB', 'journal.damaged'],
  ['SQLITE_CONSTRAINT_UNIQUE', undefined],
  ['SQLITE_ERROR', undefined],
])('%s means %s', (code, meaning) => {
  expect(meaningOf(sqliteError(code))).toBe(meaning);
});

it('errors of the file system are failures, errors of the program are not', () => {
  expect(meaningOf(Object.assign(new Error(), { code: 'ENOSPC', syscall: 'open' }))).toBe('journal.full');
  expect(meaningOf(Object.assign(new Error(), { code: 'EACCES', syscall: 'open' }))).toBe('journal.unwritable');
  expect(meaningOf(new TypeError('not a function'))).toBeUndefined();
  expect(meaningOf('text')).toBeUndefined();
  expect(() =>
    attempt('journal.test', () => {
      throw new TypeError('a bug');
    }),
  ).toThrow('a bug');
});

it('a failure names the operation and nothing of the visit', () => {
  const result = attempt('journal.checkIn', () => {
    throw sqliteError('SQLITE_FULL');
  });
  expect(result).toEqual({ ok: false, failure: { code: 'journal.full', operation: 'journal.checkIn' } });
});

it('DUR-2 a check-in that the disk has no room for is a failure and leaves nothing, and the next one after making room succeeds', () => {
  const folder = temporaryFolder();
  theValue(journalIn(folder).checkIn({ basis, visitId: 'first', visit: visitOf('FIRST1'), at, printId: 'p0' }));
  const full = journalIn(folder, 20);
  // The limit is reached at a different statement each time: the visit, its event, the print, or one of their indexes.
  const outcomes = Array.from({ length: 60 }, (_, index) => {
    const size = 200 + ((index * 977) % 6000);
    const visit = visitOf(`FULL${String(index).padStart(2, '0')}`, { visitor: { name: 'ž'.repeat(size) } });
    const code = codeOf(full.checkIn({ basis, visitId: `v${index}`, visit, at, printId: `p-${index}` }));
    expect(theValue(full.standing(visit.code)).kind).toBe(code === 'ok' ? 'in' : 'none');
    expect(theValue(full.visit(`v${index}`)) === undefined).toBe(code !== 'ok');
    expect(theValue(full.prints(`v${index}`))).toHaveLength(code === 'ok' ? 1 : 0);
    return code;
  });
  expect(new Set(outcomes)).toEqual(new Set(['ok', 'journal.full']));
  expect(theValue(full.standing('FIRST1')).kind).toBe('in');
  const roomy = journalIn(folder);
  expect(codeOf(roomy.checkIn({ basis, visitId: 'last', visit: visitOf('LAST00'), at }))).toBe('ok');
});

it('DUR-2 a commit that fails leaves nothing, and the connection works on', () => {
  const folder = temporaryFolder();
  journalIn(folder);
  const database = connectTo(folder);
  database.exec('CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT');
  database.exec('CREATE TABLE child (id INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED) STRICT');
  const insert = () => {
    database.exec('INSERT INTO child VALUES (1)');
    return success(undefined);
  };
  // A deferred foreign key fails at COMMIT itself, where a dying disk would.
  expect(() => transaction(database, insert)).toThrow(/FOREIGN KEY/);
  expect(database.inTransaction).toBe(false);
  expect(database.prepare('SELECT * FROM child').all()).toEqual([]);
  expect(transaction(database, () => success('again'))).toEqual(success('again'));
});

it('work that answers a failure is rolled back', () => {
  const folder = temporaryFolder();
  journalIn(folder);
  const database = connectTo(folder);
  const result = transaction(database, () => {
    database.exec(`INSERT INTO visits (visit_id, badge_id, code, visit) VALUES ('v', 'b', 'c', '{}')`);
    return failure('bug');
  });
  expect(codeOf(result)).toBe('bug');
  expect(database.prepare('SELECT * FROM visits').all()).toEqual([]);
});

it('a journal that another process is writing to is locked: every write fails, reading goes on, and it recovers', () => {
  const folder = temporaryFolder();
  const journal = journalIn(folder);
  theValue(journal.checkIn({ basis, visitId: 'v1', visit: visitOf('FJUEIW'), at, printId: 'p1' }));
  const other = connectTo(folder);
  other.exec('BEGIN IMMEDIATE');
  expect(codeOf(journal.checkIn({ basis, visitId: 'v2', visit: visitOf('SECOND'), at }))).toBe('journal.locked');
  expect(codeOf(journal.print({ printId: 'p1', state: 'sending', at }))).toBe('journal.locked');
  expect(theValue(journal.standing('FJUEIW')).kind).toBe('in');
  other.exec('ROLLBACK');
  expect(codeOf(journal.checkIn({ basis, visitId: 'v2', visit: visitOf('SECOND'), at }))).toBe('ok');
});

it('a lock is held once, and again after its release', () => {
  const file = join(temporaryFolder(), 'lock');
  const first = theValue(holdLock(file));
  expect(codeOf(holdLock(file))).toBe('journal.locked');
  first.release();
  first.release();
  const second = theValue(holdLock(file));
  expect(existsSync(file)).toBe(true);
  second.release();
});

it('a lock in a folder that is not there is a failure', () => {
  expect(codeOf(holdLock(join(temporaryFolder(), 'missing', 'lock')))).toBe('journal.unwritable');
});
