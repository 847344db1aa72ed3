import type { DeskScreen } from '../contract/desk.ts';
import { mostRows } from '../contract/desk-limits.ts';
import type { FailureCode } from '../contract/failure.ts';
import { onClockOf } from '../contract/moment.ts';
import { type BadgeLists, badgeListsOf, printersShown } from './badges.ts';
import type { Difference } from './event.ts';
import { freshnessOf } from './freshness.ts';
import { type Muster, musterOf } from './muster.ts';
import type { DeadLetter, LetterCounts, Receiver } from './outbox.ts';
import type { PrinterReport, RosterStatus } from './ports.ts';
import type { Roll } from './prints.ts';

/** What the journal has for the desk's first screen. */
export interface Filed {
  readonly muster: Muster;
  readonly differences: readonly Difference[];
  /** The counts of all receivers together, and the letters that are dead. */
  readonly letters: LetterCounts;
  readonly dead: readonly (DeadLetter & { readonly receiver: Receiver })[];
  readonly lists: BadgeLists;
  readonly rolls: readonly Roll[];
}

/** An empty journal. */
export const nothingFiled: Filed = {
  muster: musterOf([]),
  differences: [],
  letters: { sent: 0, waiting: 0, dead: 0 },
  dead: [],
  lists: badgeListsOf([], [], ''),
  rolls: [],
};

/** What the desk hears of the rest of the kiosk while it runs. */
export interface DeskNews {
  readonly site?: string | undefined;
  readonly server?: DeskScreen['server'];
  /** A download of the roster: how many badges it has read so far while it runs for longer than a moment; why the last one failed. */
  readonly download?: { readonly badges?: number | undefined; readonly failure?: FailureCode | undefined };
  /** Why the last try of a receiver failed; undefined: it did not. */
  readonly handOver?: { readonly [R in Receiver]?: FailureCode | undefined };
  /** How the printers were when they were last asked. */
  readonly printers?: readonly PrinterReport[];
  readonly notices?: { readonly [N in DeskScreen['notices'][number]]?: boolean };
  /** Whose PIN opened it, and whether as an administrator; where they leave to. */
  readonly staff?: string;
  readonly isAdmin?: boolean;
  readonly leave?: DeskScreen['leave'] | undefined;
}

/** What was heard before, with what is heard now. */
export const newsWith = (before: DeskNews, more: DeskNews): DeskNews => ({
  ...before,
  ...more,
  handOver: { ...before.handOver, ...more.handOver },
  notices: { ...before.notices, ...more.notices },
});

/** What is said at a desk of its own window that nobody opened by a PIN, and whether it may be closed. `isFree`: nobody has a PIN. */
export const withoutName = (isFree: boolean): DeskNews => ({
  leave: isFree ? undefined : 'closes',
  notices: { noPin: isFree, noName: !isFree },
});

/** The desk's first screen. Names are whole: it is for staff. */
export function deskScreenOf(parts: {
  readonly filed: Filed;
  readonly news: DeskNews;
  readonly roster: RosterStatus;
  readonly receivers: readonly Receiver[];
  /** Who waits in the lobby. */
  readonly requests: DeskScreen['requests'];
  /** What is looked at. */
  readonly page: DeskScreen['page'];
}): DeskScreen {
  const { filed, news, receivers, requests, page } = parts;
  const { muster, differences, letters, dead, lists } = filed;
  return {
    kind: 'desk',
    ...(news.staff !== undefined && { staff: news.staff }),
    ...(news.leave && { leave: news.leave }),
    server: news.server ?? { state: 'online' },
    roster: rosterShown(parts.roster, news.download),
    handOver: { to: [...receivers], ...letters, ...(letters.waiting > 0 && failureOf(news.handOver, receivers)) },
    counts: { ...muster.counts, differences: differences.length, badges: lists.count },
    requests: requests.slice(0, mostRows),
    unconfirmed: muster.unconfirmed,
    differences: differences.slice(0, mostRows).map(differenceShown),
    dead: dead.slice(0, mostRows).map(({ eventId, visitor, failure, ...letter }) => ({
      ...letter,
      id: eventId,
      failure: failure.code,
      ...(visitor && { name: visitor }),
    })),
    badges: lists.badges,
    printers: printersShown(news.printers ?? [], filed.rolls),
    notices: noticesOf(news.notices),
    page,
  };
}

/** Both sides on this kiosk's clock: a server may answer in UTC. */
function differenceShown({ visitor, visitId: _, there, ...difference }: Difference): DeskScreen['differences'][number] {
  const { checkedInAt } = difference.here;
  const shown = there.kind === 'gone' ? there : { ...there, ...datesOn(checkedInAt, there) };
  return { ...difference, name: visitor, there: shown };
}

const datesOn = (clock: string, { checkedInAt, checkedOutAt }: { checkedInAt?: string; checkedOutAt?: string }) => ({
  ...(checkedInAt && { checkedInAt: onClockOf(checkedInAt, clock) }),
  ...(checkedOutAt && { checkedOutAt: onClockOf(checkedOutAt, clock) }),
});

function rosterShown({ badges, at, ageMs }: RosterStatus, download: DeskNews['download']): DeskScreen['roster'] {
  return {
    freshness: freshnessOf(ageMs),
    badges,
    ...(at && { at }),
    ...(download?.badges !== undefined && { downloading: download.badges }),
    ...(download?.failure && { failure: download.failure }),
  };
}

function failureOf(failing: DeskNews['handOver'], receivers: readonly Receiver[]): { failure?: FailureCode } {
  const failure = receivers.map((receiver) => failing?.[receiver]).find(Boolean);
  return failure ? { failure } : {};
}

const notices = [
  'outOfOrder',
  'journalReplaced',
  'chainBroken',
  'keyInFile',
  'notKept',
  'noPin',
  'noName',
] as const satisfies DeskScreen['notices'];

const noticesOf = (given: DeskNews['notices']): DeskScreen['notices'] => notices.filter((notice) => given?.[notice]);
