import { defaultLanguage, type Language } from '../contract/language.ts';
import type { Intent, Snapshot } from '../contract/screen.ts';
import { badgeListsOf } from '../core/badges.ts';
import { type DeskNews, deskScreenOf, type Filed, newsWith, nothingFiled } from '../core/desk.ts';
import { musterOf } from '../core/muster.ts';
import type { Outbox, Receiver } from '../core/outbox.ts';
import type { Roster } from '../core/ports.ts';
import type { Prints } from '../core/prints.ts';
import type { Review } from '../core/review.ts';
import { cleanText } from '../core/text.ts';
import { hearAnswers } from './answers.ts';
import { type DeskBadgeParts, runDeskBadges } from './desk-badges.ts';
import { type Letters, readLetters } from './desk-letters.ts';
import type { Lobby } from './lobby.ts';

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
/** As the contract has it. */
const longestNote = 200;

/**
 * Runs the desk's first screen: reads the journal now and again while it is shown, at once after each intent, and pushes what has changed.
 * `recorded`: somebody's wish has been carried out, or another badge printed, so there may be something to hand on and to show elsewhere.
 */
export function runDesk(
  parts: DeskBadgeParts & {
    readonly review: Pick<Review, 'recorded' | 'differences' | 'decide' | 'confirmLeft'>;
    readonly outbox: Pick<Outbox, 'deadLetters' | 'outboxCounts' | 'sendAgain'>;
    readonly prints: Prints;
    readonly receivers: readonly Receiver[];
    readonly roster: Pick<Roster, 'status'>;
    readonly recorded: () => void;
  },
): Desk {
  const { review, outbox, prints, roster, clock, log } = parts;
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const answers = hearAnswers({ log, tell: hear });
  const badges = runDeskBadges({ ...parts, answers, site: () => news.site, changed });
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
    const recorded = answers.read(review.recorded());
    const printed = answers.read(prints.printed());
    handed = readLetters({ outbox, answers, set: parts.receivers }, handed);
    filed = {
      muster: recorded ? musterOf(recorded) : filed.muster,
      differences: answers.read(review.differences()) ?? filed.differences,
      letters: handed.letters,
      dead: handed.dead,
      lists: printed && recorded ? badgeListsOf(printed, recorded, clock.wall()) : filed.lists,
      rolls: answers.read(prints.rolls()) ?? filed.rolls,
    };
  }

  function publish(): Snapshot {
    const picture = badges.picture((printId) => filed.lists.prints.some(({ id, hasPicture }) => id === printId && hasPicture));
    const { receivers } = handed;
    const screen = deskScreenOf({ filed, news, roster: roster.status(), receivers, ...(picture && { picture }) });
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
    switch (intent.kind) {
      case 'decide': {
        const { difference: differenceId, decision } = intent;
        const note = cleanText(intent.note ?? '', longestNote);
        answers.written(review.decide({ differenceId, decision, at, ...(note && { note }) }));
        break;
      }
      case 'confirmLeft':
        answers.written(review.confirmLeft({ visitId: intent.visit, at }));
        break;
      case 'sendAgain': {
        const { letter } = intent;
        if (letter) answers.written(outbox.sendAgain({ receiver: letter.receiver, eventId: letter.id }));
        else for (const receiver of handed.receivers) answers.written(outbox.sendAgain({ receiver }));
        break;
      }
      case 'printAgain':
        badges.printAgain(intent.print);
        break;
      case 'handedOver':
        answers.written(prints.handedOver({ printId: intent.print, at }));
        break;
      case 'rollChanged':
        answers.written(prints.rollChanged({ printer: intent.printer, at }));
        break;
      case 'picture':
        badges.look(intent.print);
        publish();
        return;
      case 'language':
        language = intent.language;
        publish();
        return;
      default:
        return;
    }
    changed();
  }

  return {
    snapshot: () => {
      // Nobody is told of changes, so they are looked for.
      if (listeners.size === 0) readAgain();
      return snapshot ?? publish();
    },
    send: (event) => {
      if (!stopped && event.type === 'intent') safely(() => carryOut(event.intent));
    },
    onSnapshot: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) readAgain();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        cancel();
        badges.look(undefined);
      };
    },
    hear,
    look,
    stop: async () => {
      stopped = true;
      cancel();
      cancelLook();
      await badges.stop();
    },
  };
}
