import type { DeskScreen } from '../../electron/contract/desk.ts';
import type { DayRow } from '../../electron/contract/desk-today.ts';
import type { Intent } from '../../electron/contract/intent.ts';
import type { Deed } from './deeds.ts';
import type { Page, ScreenOf } from './page.ts';
import type { Site } from './site.ts';

/** Longer than the longest that a desk may keep somebody waiting (milliseconds). */
const patience = 20_000;

/** A page of the desk. */
export type PageOf<K extends DeskScreen['page']['kind']> = Extract<DeskScreen['page'], { kind: K }>;

/** The desk's screen, while it is at a page. */
export const pageOf = <K extends DeskScreen['page']['kind']>(screen: ScreenOf<'desk'>, kind: K): PageOf<K> | undefined =>
  screen.page.kind === kind ? (screen.page as PageOf<K>) : undefined;

/** Somebody of the day's list, and how they are found there. */
export interface Guest {
  readonly name: string;
  readonly search: string;
  /** Bookings ONE expects them, so that they are in the list before they are let in. */
  readonly isExpected: boolean;
}

/** One thing to do. `deed`: what comes of it; absent: it is only waited for. */
export interface Act {
  readonly deed?: Deed;
  /** What comes later, and takes from the screen what shows this. */
  readonly until?: Deed;
  /** Turns the desk to where it is seen whether it is done; false: the process is gone. */
  readonly turn: (desk: Page) => Promise<boolean>;
  readonly isDone: (screen: ScreenOf<'desk'>) => boolean;
  readonly wish?: (screen: ScreenOf<'desk'>) => Intent | undefined;
  /** Before it is wished for, and once it is done. */
  readonly before?: () => void;
  readonly after?: (screen: ScreenOf<'desk'>) => void;
}

/**
 * Does what is not done yet, as a person does who looks first; what the desk has shown as done and does not any more is noted as a contradiction.
 * Answers whether it is done: else the process is gone.
 */
export async function perform({ notes }: Site, desk: Page, act: Act): Promise<boolean> {
  const { deed, until, turn, isDone, wish, before, after } = act;
  if (until?.isAsked) return true;
  if (!(await turn(desk))) return false;
  const words = deed?.words ?? 'what is waited for';
  if (!isDone(deskOf(desk)) && wish) {
    if (deed?.isShown) notes.contradictions.push(`${words}: was shown as done, and is not after a restart`);
    const intent = wish(deskOf(desk));
    if (!intent) throw new Error(`the desk does not offer this: ${words}`);
    before?.();
    if (deed) deed.isAsked = true;
    await desk.wish(intent);
  }
  const done = await seen(desk, isDone);
  if (!done) {
    if (!desk.isGone()) notes.contradictions.push(`the desk never shows this: ${words}`);
    return false;
  }
  if (deed) deed.isShown = true;
  after?.(done);
  return true;
}

const deskOf = (desk: Page): ScreenOf<'desk'> => {
  const screen = desk.screen();
  if (screen.kind !== 'desk') throw new Error(`the desk is at ${screen.kind}`);
  return screen;
};

/** The desk, once it is so. */
const seen = (desk: Page, passes: (screen: ScreenOf<'desk'>) => boolean) =>
  desk.until((screen): screen is ScreenOf<'desk'> => screen.kind === 'desk' && passes(screen), patience);

/** The row of somebody, where the list holds it. */
export const rowOf = (screen: ScreenOf<'desk'>, { name }: Guest): DayRow | undefined =>
  pageOf(screen, 'today')?.rows.find((row) => row.name === name);

/** Looks for somebody in the day's list, and opens their visit where it is there. */
export const toVisit =
  (guest: Guest) =>
  async (desk: Page): Promise<boolean> => {
    const { search, isExpected } = guest;
    await desk.wish({ kind: 'page', page: 'today' });
    await desk.wish({ kind: 'list', search, filter: 'all', from: 0 });
    const isThere = (screen: ScreenOf<'desk'>) =>
      pageOf(screen, 'today')?.search === search && (!isExpected || rowOf(screen, guest) !== undefined);
    const found = await seen(desk, isThere);
    const row = found && rowOf(found, guest);
    if (row) await desk.wish({ kind: 'visit', badge: row.badge });
    return found !== undefined && (!row || (await seen(desk, (screen) => openOf(screen, guest) !== undefined)) !== undefined);
  };

/** The visit of somebody, where it is open. */
export const openOf = (screen: ScreenOf<'desk'>, { name }: Guest) => {
  const open = pageOf(screen, 'today')?.open;
  return open?.row.name === name ? open : undefined;
};

/** Turns to whoever is in the building. */
export async function toInside(desk: Page): Promise<boolean> {
  await desk.wish({ kind: 'page', page: 'inside' });
  return (await seen(desk, (screen) => screen.page.kind === 'inside')) !== undefined;
}

/** Looks for a host, for somebody who has no code. */
export const toHosts =
  (guest: Guest, host: string) =>
  async (desk: Page): Promise<boolean> => {
    if (!(await toVisit(guest)(desk))) return false;
    await desk.wish({ kind: 'findHost', text: host });
    return (await seen(desk, (screen) => pageOf(screen, 'today')?.hosts !== undefined)) !== undefined;
  };
