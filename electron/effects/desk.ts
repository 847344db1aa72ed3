import { type DeskPageKind, longestNote } from '../contract/desk-limits.ts';
import { defaultLanguage, type Language } from '../contract/language.ts';
import type { Intent, Snapshot } from '../contract/screen.ts';
import { badgeListsOf } from '../core/badges.ts';
import { type DeskNews, deskScreenOf, type Filed, newsWith, nothingFiled } from '../core/desk.ts';
import { musterOf } from '../core/muster.ts';
import type { Receiver } from '../core/outbox.ts';
import type { Roster, WholeJournal } from '../core/ports.ts';
import { cleanText } from '../core/text.ts';
import { hearAnswers } from './answers.ts';
import type { Dashboard } from './dashboard.ts';
import { type DeskBadgeParts, runDeskBadges } from './desk-badges.ts';
import { type Letters, readLetters } from './desk-letters.ts';
import { figuresPage } from './desk-pages/figures.ts';
import { kioskPages } from './desk-pages/kiosk.ts';
import { musterPage } from './desk-pages/muster.ts';
import type { Office } from './desk-pages/office.ts';
import type { DeskPage, Reading } from './desk-pages/page.ts';
import { printsPage } from './desk-pages/prints.ts';
import { todayPage } from './desk-pages/today.ts';
import { deskVisits } from './desk-visits.ts';
import type { ExpectedList } from './expected.ts';
import { type Exporting, runExports } from './exporting.ts';
import type { Lobby } from './lobby.ts';
import type { Requests } from './requests.ts';

/** A running desk, which is served as a lobby is. */
export interface Desk extends Omit<Lobby, 'hear'> {
  hear(news: DeskNews): void;
  /** Something may be in the journal that is not shown yet: it is read soon, where somebody looks. */
  look(): void;
}

/** How often the journal is read while somebody looks: yet at most a fiftieth of the time. */
const readMs = 3_000;
const share = 50;
/** What happens elsewhere is shown after so long, so that several things at once are read once; a slow reading is a tenth of the time at most. */
const lookMs = 50;
const lookShare = 10;

/**
 * Runs the desk: reads the journal now and again while it is shown, at once after each intent, and pushes what has changed.
 * `recorded`: somebody's wish has been carried out, or another badge printed, so there may be something to hand on and to show elsewhere.
 */
export function runDesk(
  parts: DeskBadgeParts & {
    readonly journal: WholeJournal;
    readonly expected: ExpectedList;
    /** Who waits in the lobby. */
    readonly requests: Requests;
    readonly dashboard: Dashboard;
    readonly receivers: readonly Receiver[];
    readonly exporting: Exporting;
    readonly retentionHours: number;
    readonly roster: Pick<Roster, 'status'>;
    readonly recorded: () => void;
    /** What the page of the kiosk is made of. */
    readonly office: Office;
  },
): Desk {
  const { journal, expected, dashboard, requests, roster, clock, log } = parts;
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const answers = hearAnswers({ log, tell: hear });
  const stopWatching = requests.watch(() => hear({}));
  const badges = runDeskBadges({ ...parts, prints: journal, answers, site: () => news.site, by: () => news.staff, changed });
  const visits = deskVisits({ ...{ journal, badges, answers, clock }, expected: expected.current, by: () => news.staff });
  const exporter = runExports({ ...parts, answers, tell: look });
  const makePage: { readonly [K in DeskPageKind]: () => DeskPage } = {
    today: () => todayPage({ ...{ expected, visits, dashboard, look }, bookings: parts.bookings }),
    inside: () => musterPage({ drills: journal, expected, answers, by: () => news.staff, look }),
    prints: () => printsPage({ prints: journal, answers }),
    figures: () => figuresPage({ ...parts, answers, exporter, look }),
    kiosk: kioskPages({
      ...{ office: parts.office, printer: parts.printer, clock },
      cameAs: () => (news.isAdmin ? news.staff : undefined),
      show: () => hear({}),
      bug: () => log.log('bug', { effect: 'desk' }),
    }),
  };
  /** The list of the expected is kept from page to page, and forgotten with the last who looks. */
  let forget = () => {};
  /** Made when somebody looks, for it may hold the names of everybody who is expected. */
  let page: DeskPage | undefined;
  let pageKind: DeskPageKind = 'today';
  let reading: Reading = { recorded: [], lists: nothingFiled.lists, now: clock.wall() };
  let filed: Filed = nothingFiled;
  let handed: Letters = { receivers: parts.receivers, letters: filed.letters, dead: filed.dead };
  let news: DeskNews = {};
  let language: Language = defaultLanguage;
  let shown = '';
  let snapshot: Snapshot | undefined;
  let cancel = () => {};
  let cancelLook = () => {};
  let isLooking = false;
  let lastReadMs = 0;
  let stopped = false;

  function changed(): void {
    readAgain();
    parts.recorded();
  }

  /** What cannot be read stays as it was last. */
  function read(): void {
    const now = clock.wall();
    const recorded = answers.read(journal.recorded()) ?? reading.recorded;
    const printed = answers.read(journal.printed());
    const lists = printed ? badgeListsOf(printed, recorded, now) : filed.lists;
    reading = { recorded, lists, now };
    handed = readLetters({ outbox: journal, answers, set: parts.receivers }, handed);
    filed = {
      muster: musterOf(recorded),
      differences: answers.read(journal.differences()) ?? filed.differences,
      letters: handed.letters,
      dead: handed.dead,
      lists,
      rolls: answers.read(journal.rolls()) ?? filed.rolls,
    };
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
    readAgain();
  }

  function publish(): Snapshot {
    const { receivers } = handed;
    const screen = deskScreenOf({
      filed,
      news,
      roster: roster.status(),
      receivers,
      requests: [...requests.list()],
      page: shownPage().shown(language),
    });
    const content = { language, ...(news.site && { site: news.site }), screen };
    const text = JSON.stringify(content);
    if (snapshot && text === shown) return snapshot;
    shown = text;
    snapshot = { number: (snapshot?.number ?? 0) + 1, ...content };
    for (const listener of listeners) listener(snapshot);
    return snapshot;
  }

  /** An exception is a bug; what was shown stays. */
  function safely(work: () => void): void {
    try {
      work();
    } catch {
      log.log('bug', { effect: 'desk' });
    }
  }

  function readAgain(): void {
    cancel();
    cancelLook();
    isLooking = false;
    const began = clock.now();
    safely(read);
    safely(publish);
    lastReadMs = clock.now() - began;
    if (listeners.size === 0 || stopped) return;
    cancel = clock.after(Math.max(readMs, lastReadMs * share), readAgain);
  }

  function look(): void {
    if (isLooking || listeners.size === 0 || stopped) return;
    isLooking = true;
    cancelLook = clock.after(Math.max(lookMs, lastReadMs * lookShare), readAgain);
  }

  function hear(more: DeskNews): void {
    if (stopped) return;
    news = newsWith(news, more);
    safely(publish);
  }

  function carryOut(intent: Intent): void {
    const at = clock.wall();
    const by = news.staff === undefined ? {} : { by: news.staff };
    switch (intent.kind) {
      case 'decide': {
        const { difference: differenceId, decision } = intent;
        const note = cleanText(intent.note ?? '', longestNote);
        answers.written(journal.decide({ differenceId, decision, at, ...by, ...(note && { note }) }));
        break;
      }
      case 'confirmLeft':
        answers.written(journal.confirmLeft({ visitId: intent.visit, at, ...by }));
        break;
      case 'sendAgain': {
        const { letter } = intent;
        if (letter) answers.written(journal.sendAgain({ receiver: letter.receiver, eventId: letter.id }));
        else for (const receiver of handed.receivers) answers.written(journal.sendAgain({ receiver }));
        break;
      }
      case 'printAgain':
        badges.printAgain(intent.print);
        break;
      case 'answer':
        requests.answer(intent.request, { letIn: intent.letIn, ...by });
        return;
      case 'handedOver':
        answers.written(journal.handedOver({ printId: intent.print, at, ...by }));
        break;
      case 'rollChanged':
        answers.written(journal.rollChanged({ printer: intent.printer, at }));
        break;
      case 'page':
        turnTo(intent.page);
        return;
      case 'language':
        language = intent.language;
        publish();
        return;
      default: {
        const carried = shownPage().carryOut(intent, at);
        if (carried === 'shown') publish();
        if (carried !== 'changed') return;
      }
    }
    changed();
  }

  return {
    snapshot: () => {
      if (listeners.size > 0) return snapshot ?? publish();
      // Nobody is told of changes, so they are looked for, and not held.
      readAgain();
      const newest = snapshot ?? publish();
      leavePage();
      return newest;
    },
    send: (event) => {
      // When the page is back, somebody else may sit there.
      if (event.type === 'pageLost') leavePage();
      if (stopped || event.type !== 'intent') return;
      safely(() => carryOut(event.intent));
      if (listeners.size === 0) leavePage();
    },
    onSnapshot: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) {
        forget = expected.watch(() => {});
        readAgain();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        cancel();
        leavePage();
        forget();
      };
    },
    hear,
    look,
    stop: async () => {
      stopped = true;
      cancel();
      cancelLook();
      exporter.stop();
      leavePage();
      forget();
      stopWatching();
      await badges.stop();
    },
  };
}
