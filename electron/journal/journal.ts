import { failure, type Result, success } from '../contract/failure.ts';
import type { Receiver } from '../core/outbox.ts';
import type { WholeJournal } from '../core/ports.ts';
import { badgesOf } from './badges.ts';
import { closingOf } from './closing.ts';
import type { Connection } from './database.ts';
import { differencesOf } from './differences.ts';
import { drillsOf } from './drills.ts';
import { eventsOf } from './events.ts';
import { attempt } from './failures.ts';
import { historiesOf } from './histories.ts';
import { listsOf } from './lists.ts';
import { operationsOf } from './operations.ts';
import { outboxOf } from './outbox.ts';
import { printsOf } from './prints.ts';
import { purgeOf } from './purge.ts';
import { replacedOf } from './replaced.ts';
import { rollsOf } from './rolls.ts';
import { staysOf } from './stays.ts';
import { verification, verify } from './verify.ts';
import { visitsOf } from './visits.ts';

/**
 * The journal on a connection whose schema is the newest; what the disk or SQLite did becomes a failure that names the operation. While its
 * files are not in place, everything is `journal.unwritable`.
 */
export function journalOn(database: Connection, receivers: readonly Receiver[], isInPlace: () => boolean): WholeJournal {
  const events = eventsOf(database, receivers);
  const stays = staysOf(database);
  const visits = visitsOf(database, events, stays);
  const rolls = rollsOf(database);
  const prints = printsOf(database, events, rolls);
  const badges = badgesOf(database, events, stays);
  const lists = listsOf(database);
  const differences = differencesOf(database, events, stays);
  const closing = closingOf(database, events, stays);
  const histories = historiesOf(database, events, stays);
  const drills = drillsOf(database, events, stays);
  const replaced = replacedOf(database, events);
  const operations = operationsOf(database, events);
  const purge = purgeOf(database);
  const outbox = outboxOf(database, stays);
  const use = <T>(operation: string, work: () => Result<T>): Result<T> =>
    database.open && isInPlace() ? attempt(operation, work) : failure('journal.unwritable', { operation });
  return {
    standing: (code) => use('journal.standing', () => visits.standing(code)),
    visit: (visitId) => use('journal.visit', () => visits.visit(visitId)),
    checkIn: (entry) => use('journal.checkIn', () => visits.checkIn(entry)),
    checkOut: (entry) => use('journal.checkOut', () => visits.checkOut(entry)),
    wishes: (since) => use('journal.wishes', () => visits.wishes(since)),
    print: (entry) => use('journal.print', () => prints.print(entry)),
    prints: (visitId) => use('journal.prints', () => prints.prints(visitId)),
    settle: (at) => use('journal.settle', () => prints.settle(at)),
    noteReplaced: (at) => use('journal.noteReplaced', () => replaced.noteReplaced(at)),
    noteOperation: (entry) => use('journal.noteOperation', () => operations.noteOperation(entry)),

    printed: () => use('journal.printed', () => badges.printed()),
    badgeTimes: (day) => use('journal.badgeTimes', () => badges.badgeTimes(day)),
    picture: (printId) => use('journal.picture', () => badges.picture(printId)),
    printAgain: (entry) => use('journal.printAgain', () => badges.printAgain(entry)),
    handedOver: (entry) => use('journal.handedOver', () => badges.handedOver(entry)),
    rolls: () => use('journal.rolls', () => rolls.rolls()),
    rollSeen: (entry) => use('journal.rollSeen', () => rolls.rollSeen(entry)),
    rollChanged: (entry) => use('journal.rollChanged', () => rolls.rollChanged(entry)),

    comparable: () => use('journal.comparable', () => lists.comparable()),
    recorded: () => use('journal.recorded', () => lists.recorded()),
    entries: () => use('journal.entries', () => lists.entries()),
    differ: (entry) => use('journal.differ', () => differences.differ(entry)),
    differences: () => use('journal.differences', () => differences.differences()),
    decide: (entry) => use('journal.decide', () => differences.decide(entry)),
    closeAutomatically: (entry) => use('journal.closeAutomatically', () => closing.closeAutomatically(entry)),
    confirmLeft: (entry) => use('journal.confirmLeft', () => closing.confirmLeft(entry)),
    purge: (entry) => use('journal.purge', () => purge(entry)),
    verify: () => use('journal.verify', () => verify(database)),
    verifying: () => {
      const steps = verification(database);
      return () =>
        use('journal.verify', () => {
          const { done, value } = steps.next();
          return done ? value : success(undefined);
        });
    },

    correct: (entry) => use('journal.correct', () => histories.correct(entry)),
    note: (entry) => use('journal.note', () => histories.note(entry)),
    history: (visitId) => use('journal.history', () => histories.history(visitId)),

    beginMuster: (entry) => use('journal.beginMuster', () => drills.beginMuster(entry)),
    tick: (entry) => use('journal.tick', () => drills.tick(entry)),
    endMuster: (entry) => use('journal.endMuster', () => drills.endMuster(entry)),
    muster: () => use('journal.muster', () => drills.muster()),
    musterReport: (musterId) => use('journal.musterReport', () => drills.musterReport(musterId)),
    lastMuster: () => use('journal.lastMuster', () => drills.lastMuster()),

    waiting: (entry) => use('journal.waiting', () => outbox.waiting(entry)),
    tried: (entry) => use('journal.tried', () => outbox.tried(entry)),
    begun: (entry) => use('journal.begun', () => outbox.begun(entry)),
    hereSince: (visitId) => use('journal.hereSince', () => outbox.hereSince(visitId)),
    expire: (entry) => use('journal.expire', () => outbox.expire(entry)),
    deadLetters: (receiver) => use('journal.deadLetters', () => outbox.deadLetters(receiver)),
    sendAgain: (entry) => use('journal.sendAgain', () => outbox.sendAgain(entry)),
    outboxCounts: (receiver) => use('journal.outboxCounts', () => outbox.outboxCounts(receiver)),

    close: () => {
      // Everything is durable already: this only keeps the -wal short. The file itself is closed when libsql's statements go.
      use('journal.close', () => {
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
        return success(undefined);
      });
      if (database.open) database.close();
    },
  };
}
