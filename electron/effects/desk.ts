import type { DeskPageKind } from '../contract/desk-limits.ts';
import type { Intent } from '../contract/intent.ts';
import { defaultLanguage, type Language } from '../contract/language.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { type DeskNews, deskScreenOf, newsWith, withoutName } from '../core/desk.ts';
import type { NoteOperation } from '../core/operation.ts';
import type { Receiver } from '../core/outbox.ts';
import type { Roster } from '../core/ports.ts';
import { hearAnswers } from './answers.ts';
import { deskActs } from './desk-acts.ts';
import { type DeskBadgeParts, runDeskBadges } from './desk-badges.ts';
import type { DeskPage } from './desk-pages/page.ts';
import { deskPageMakers, type PageParts } from './desk-pages/pages.ts';
import { nothingRead, readDesk } from './desk-reading.ts';
import { deskTurns } from './desk-turns.ts';
import { deskVisits } from './desk-visits.ts';
import { type Exporting, runExports } from './exporting.ts';
import type { Lobby } from './lobby.ts';
import type { Requests } from './requests.ts';
import { createSnapshots } from './snapshots.ts';

/** A running desk, which is served as a lobby is. */
export interface Desk extends Omit<Lobby, 'hear'> {
  hear(news: DeskNews): void;
  /** Something may be in the journal that is not shown yet: it is read soon, where somebody looks. */
  look(): void;
}

/**
 * Runs the desk: reads the journal now and again while it is shown, at once after each intent, and pushes what has changed.
 * `recorded`: somebody's wish has been carried out, or another badge printed, so there may be something to hand on and to show elsewhere.
 */
export function runDesk(
  parts: DeskBadgeParts &
    Pick<PageParts, 'journal' | 'expected' | 'dashboard' | 'retentionHours' | 'office'> & {
      /** Who waits in the lobby. */
      readonly requests: Requests;
      readonly receivers: readonly Receiver[];
      readonly exporting: Exporting;
      readonly roster: Pick<Roster, 'status'>;
      readonly recorded: () => void;
      /** Whether nobody has a PIN, at a desk of its own window. */
      readonly isFree?: () => boolean;
    },
): Desk {
  const { journal, expected, requests, roster, clock, log } = parts;
  const snapshots = createSnapshots();
  const answers = hearAnswers({ log, tell: hear });
  const stopWatching = requests.watch(() => hear({}));
  const by = () => news.staff;
  const badges = runDeskBadges({ ...parts, prints: journal, answers, site: () => news.site, by, changed });
  const visits = deskVisits({ ...{ journal, badges, answers, clock, by }, expected: expected.current });
  const note: NoteOperation = (operation, who = by()) => {
    answers.written(journal.noteOperation({ operation, at: clock.wall(), ...(who !== undefined && { by: who }) }));
  };
  const exporter = runExports({ ...parts, answers, by, note, tell: () => turns.soon() });
  const acts = deskActs({ ...{ journal, answers, badges, requests, by, note }, receivers: () => reading.receivers });
  const makePage = deskPageMakers({
    ...{ ...parts, answers, visits, exporter, note, look: () => turns.soon() },
    news: () => news,
    show: () => hear({}),
    bug: () => log.log('bug', { effect: 'desk' }),
  });
  /** The list of the expected is kept from page to page, and forgotten with the last who looks. */
  let forget = () => {};
  /** Made when somebody looks, for it may hold the names of everybody who is expected. */
  let page: DeskPage | undefined;
  let pageKind: DeskPageKind = 'today';
  let reading = nothingRead(parts.receivers);
  let news: DeskNews = {};
  let language: Language = defaultLanguage;
  let stopped = false;
  const turns = deskTurns({
    clock,
    isWatched: () => snapshots.isHeard() && !stopped,
    read: () => {
      safely(read);
      safely(publish);
    },
  });

  function changed(): void {
    turns.now();
    parts.recorded();
  }

  function read(): void {
    if (parts.isFree && news.staff === undefined) news = newsWith(news, withoutName(parts.isFree()));
    reading = readDesk({ journal, answers, set: parts.receivers, now: clock.wall() }, reading);
    shownPage().read(reading);
  }

  function shownPage(): DeskPage {
    page ??= makePage[pageKind]();
    return page;
  }

  function leavePage(): void {
    page?.close();
    page = undefined;
  }

  function turnTo(kind: DeskPageKind): void {
    if (kind === pageKind) return;
    leavePage();
    pageKind = kind;
    if (kind === 'today' || kind === 'inside') expected.renew();
    turns.now();
  }

  function publish(): Snapshot {
    const { filed, receivers } = reading;
    const page = shownPage().shown(language);
    const screen = deskScreenOf({ filed, news, roster: roster.status(), receivers, requests: [...requests.list()], page });
    const content = { language, ...(news.site && { site: news.site }), screen };
    return snapshots.show(content, content);
  }

  /** An exception is a bug; what was shown stays. */
  function safely(work: () => void): void {
    try {
      work();
    } catch {
      log.log('bug', { effect: 'desk' });
    }
  }

  function hear(more: DeskNews): void {
    if (stopped) return;
    news = newsWith(news, more);
    safely(publish);
  }

  function carryOut(intent: Intent): void {
    if (intent.kind === 'page') turnTo(intent.page);
    if (intent.kind === 'language') language = intent.language;
    const at = clock.wall();
    const carried = intent.kind === 'language' ? 'shown' : (acts(intent, at) ?? shownPage().carryOut(intent, at));
    if (carried === 'shown') publish();
    if (carried === 'changed') changed();
  }

  return {
    snapshot: () => {
      if (snapshots.isHeard()) return snapshots.newest() ?? publish();
      // Nobody is told of changes, so they are looked for, and not held.
      turns.now();
      const newest = snapshots.newest() ?? publish();
      leavePage();
      return newest;
    },
    send: (event) => {
      // When the page is back, somebody else may sit there.
      if (event.type === 'pageLost') leavePage();
      if (stopped || event.type !== 'intent') return;
      safely(() => carryOut(event.intent));
      if (!snapshots.isHeard()) leavePage();
    },
    onSnapshot: (listener) => {
      const isFirst = !snapshots.isHeard();
      const unsubscribe = snapshots.onSnapshot(listener);
      if (isFirst) {
        forget = expected.watch(() => {});
        turns.now();
      }
      return () => {
        unsubscribe();
        if (snapshots.isHeard()) return;
        turns.rest();
        leavePage();
        forget();
      };
    },
    hear,
    look: turns.soon,
    stop: async () => {
      stopped = true;
      turns.rest();
      exporter.stop();
      leavePage();
      forget();
      stopWatching();
      await badges.stop();
    },
  };
}
