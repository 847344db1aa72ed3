import type { DeskScreen } from '../../electron/contract/desk.ts';
import type { PrintListed } from '../../electron/contract/desk-prints.ts';
import type { FailureCode } from '../../electron/contract/failure.ts';
import type { Notice } from '../words/notices/words.ts';

/** Where the journal's key lies, and whether people have PINs, is the installer's choice: worth knowing, and nothing that waits. */
const forKnowing: ReadonlySet<Notice> = new Set(['keyInFile', 'noPin', 'noName'] as const);
export const isForKnowing = (notice: Notice): boolean => forKnowing.has(notice);

/** How many things wait for a person, of all that there are, shown or not. */
export const needsOf = ({ requests, counts, handOver, notices }: DeskScreen): number =>
  requests.length +
  counts.badges +
  counts.differences +
  counts.unconfirmed +
  handOver.dead +
  notices.filter((notice) => !isForKnowing(notice)).length;

/** What may be acted on, in the order of the page, each by an id of its own. */
export const rowsOf = ({ requests, badges, differences, unconfirmed, dead }: DeskScreen): string[] => [
  ...requests.map(({ id }) => requestRow(id)),
  ...badges.map((badge) => badgeRow(badge)),
  ...differences.map(({ id }) => `difference-${id}`),
  ...unconfirmed.map(({ visitId }) => `visit-${visitId}`),
  ...(hasAllAgain(dead) ? [allAgainRow] : []),
  ...dead.map((letter) => letterRow(letter)),
];

export const requestRow = (id: string): string => `request-${id}`;

/** A badge keeps its place while another is printed instead. */
export const badgeRow = ({ visitId }: PrintListed): string => `badge-${visitId}`;

/** One event may be a dead letter of both receivers. */
export const letterRow = ({ receiver, id }: DeskScreen['dead'][number]): string => `letter-${receiver}-${id}`;

/** Where all dead letters are sent again at once, when there is more than one. */
export const allAgainRow = 'letters';
export const hasAllAgain = (dead: readonly unknown[]): boolean => dead.length > 1;

/** What may say why it did not work. */
export interface Caused {
  readonly failure?: FailureCode | undefined;
}

/** Why letters were not taken, or badges not printed, each reason once, in their order: what to do is the same for all of one reason. */
export const reasonsOf = (list: readonly Caused[]): FailureCode[] => [...new Set(list.flatMap(({ failure }) => failure ?? []))];

/** The notices in their order, those that are only for knowing last. */
export const noticesInOrder = (notices: readonly Notice[]): Notice[] =>
  [...notices].sort((one, other) => Number(isForKnowing(one)) - Number(isForKnowing(other)));
