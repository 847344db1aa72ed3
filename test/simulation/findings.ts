import { statSync } from 'node:fs';
import { join } from 'node:path';
import { connect, passphraseOf } from '../../electron/journal/database.ts';
import type { EventName } from '../../electron/log/events.ts';
import { brokenLetters } from '../crash/handed-on.ts';
import type { Receiver } from '../crash/receiver.ts';
import { theValue } from '../journal/visit-of.ts';
import { key, openWeekJournal } from './kiosk.ts';
import { refusedCompany, staysInside, type Visitor } from './people.ts';

/** What a week has come to, in figures for people. */
export interface Found {
  readonly figures: Readonly<Record<string, number | string>>;
  /** What should be otherwise, in words. */
  readonly faults: readonly string[];
}

/** What a week has left behind, on the disk, at the receiver and in the log. */
export interface Left {
  readonly folder: string;
  readonly receiver: Receiver;
  readonly came: readonly Visitor[];
  /** How often the server went away, and how often the kiosk was started anew. */
  readonly outages: number;
  readonly restarts: number;
  /** How often each event was logged. */
  readonly logged: ReadonlyMap<EventName, number>;
}

interface EventRow {
  readonly kind: string;
  readonly basis: string | null;
  readonly company: string | null;
}

/** Looks at what a week has left, and holds it against what happened in it. */
export function judge({ folder, receiver, came, outages, restarts, logged }: Left): Found {
  const journal = openWeekJournal(folder);
  const chain = theValue(journal.verify());
  const { sent, waiting, dead } = theValue(journal.outboxCounts('webhook'));
  const differences = theValue(journal.differences()).map(({ kind, visitor }) => `${kind} ${visitor}`);
  journal.close();
  const file = join(folder, 'journal.db');
  const database = connect(file, passphraseOf(key));
  const letters = brokenLetters(database, receiver, false);
  const events = database
    .prepare(`SELECT kind, basis, visit ->> '$.visitor.company' AS company FROM events LEFT JOIN visits USING (visit_id)`)
    .all() as EventRow[];
  database.close();

  const received = receiver.effects().length;
  const visits = events.filter(({ kind }) => kind === 'checkedIn' || kind === 'checkedOut');
  const of = (wanted: string) => events.filter(({ kind }) => kind === wanted).length;
  const inside = came.filter(staysInside).length;
  const planted = came.filter(({ plan }) => plan.endsWith('There')).map(({ plan, badge }) => `${plan} ${badge.visitor.name}`);
  const refused = events.filter(({ company }) => company === refusedCompany).length;
  const faults = [
    unless(chain.brokenAt === undefined, `the chain is broken at ${chain.brokenAt}`),
    unless(chain.events === sent + waiting + dead, `${chain.events} events went in, and ${sent + waiting + dead} are there`),
    unless(waiting === 0, `${waiting} events still wait`),
    unless(dead === refused, `${dead} events are dead letters, and ${refused} were refused`),
    unless(received === sent, `${sent} events are noted as sent, and ${received} came`),
    unless(of('checkedIn') === came.length, `${came.length} visitors came, and ${of('checkedIn')} are recorded`),
    unless(of('checkedOut') === came.length - inside, `${came.length - inside} left, and ${of('checkedOut')} are recorded`),
    unless(of('closedAutomatically') === inside, `${inside} forgot to leave, and ${of('closedAutomatically')} visits were closed`),
    unless(visits.every(isOffline), 'the server was away all the time, and something was decided on its word'),
    unless(same(planted, differences), `planted: ${planted.join(', ')}; found: ${differences.join(', ')}`),
    unless((logged.get('connection') ?? 0) >= 2 * outages, `not every one of ${outages} outages was noticed`),
    ...(['bug', 'notKept'] as const).map((name) => unless(!logged.has(name), `${logged.get(name)} times in the log: ${name}`)),
    ...letters,
  ].filter((fault) => fault !== undefined);
  const figures = {
    visitors: came.length,
    'check-ins and check-outs without the server': visits.length,
    'events in all': chain.events,
    'handed on': sent,
    'dead letters': dead,
    differences: differences.length,
    'closed automatically': of('closedAutomatically'),
    outages,
    restarts,
    'journal on disk': `${(statSync(file).size / 1024 / 1024).toFixed(1)} MiB`,
  };
  return { figures, faults };
}

const unless = (holds: boolean, fault: string): string | undefined => (holds ? undefined : fault);

const isOffline = ({ basis }: EventRow): boolean => basis !== null && JSON.parse(basis).from !== 'server';

const same = (some: readonly string[], others: readonly string[]): boolean =>
  JSON.stringify(some.toSorted()) === JSON.stringify(others.toSorted());
