import type { ContentShown } from '../../electron/contract/lobby.ts';

/** One showing of one item; `number` grows with each, `index` is the item's place in the list. */
export interface Turn {
  readonly number: number;
  readonly index: number;
  readonly item: ContentShown;
}

/** What the idle screen plays: the turn that is seen, the one that lies under it while it fades in, the one that is made ready. */
export interface Idle {
  readonly content: readonly ContentShown[];
  readonly before: Turn | undefined;
  readonly shown: Turn | undefined;
  readonly coming: Turn | undefined;
  /** Places of the items that could not be shown: they are left out until the content changes. */
  readonly failed: readonly number[];
  /** The number of the newest turn: none is given twice, so that a late answer finds nobody. */
  readonly turns: number;
}

/** `due`: the time is over. `ready`, `failed`: of the turn that was coming. `hold`: nothing is to change now. `content`: another list. */
export type IdleEvent =
  | { readonly type: 'due' | 'hold' }
  | { readonly type: 'ready' | 'failed'; readonly turn: number }
  | { readonly type: 'content'; readonly content: readonly ContentShown[] };

/** How long a picture may take to load before it counts as failed, in ms. */
const loadMs = 10_000;

/** No item is shown for less or more than this, in seconds, whatever the list says. */
const shortest = 5;
const longest = 3_600;

/** The start: nothing is seen yet, the first item is made ready. */
export function firstIdle(content: readonly ContentShown[]): Idle {
  return comingAfter(-1, { content, before: undefined, shown: undefined, coming: undefined, failed: [], turns: 0 });
}

/** The next state. An event of a turn that is not the coming one any more changes nothing. */
export function nextIdle(idle: Idle, event: IdleEvent): Idle {
  const { coming, shown } = idle;
  switch (event.type) {
    case 'due':
      if (coming) return without(idle, coming);
      return shown ? comingAfter(shown.index, { ...idle, before: undefined }) : idle;
    case 'hold':
      return shown ? { ...idle, coming: undefined } : idle;
    case 'ready':
      return coming?.number === event.turn ? { ...idle, before: shown, shown: coming, coming: undefined } : idle;
    case 'failed':
      return coming?.number === event.turn ? without(idle, coming) : idle;
    case 'content':
      return JSON.stringify(event.content) === JSON.stringify(idle.content) ? idle : withContent(idle, event.content);
  }
}

/** Whether what is seen will change by itself: then a person must be able to stop it (WCAG 2.2.2). */
export function isMoving(idle: Idle): boolean {
  return idle.shown !== undefined && placeAfter(idle.shown.index, idle) !== undefined;
}

/** Milliseconds until `due`; undefined where nothing is waited for. `calm`: the person wants less motion, so everything stays twice as long. */
export function idleWait(idle: Idle, calm: boolean): number | undefined {
  if (idle.coming) return loadMs;
  if (!idle.shown || !isMoving(idle)) return undefined;
  return Math.min(Math.max(idle.shown.item.seconds, shortest), longest) * (calm ? 2_000 : 1_000);
}

const without = (idle: Idle, { index }: Turn): Idle => comingAfter(index, { ...idle, failed: [...idle.failed, index] });

/** The same slot in another language goes on where it was; otherwise the old item is seen until the new list's first is ready. */
function withContent(idle: Idle, content: readonly ContentShown[]): Idle {
  const { shown } = idle;
  const begun: Idle = { ...idle, content, failed: [], coming: undefined };
  const same = shown && content[shown.index];
  if (same && slotOf(same) === slotOf(shown.item)) return { ...begun, shown: { ...shown, item: same } };
  return comingAfter(-1, { ...begun, shown: shown && { ...shown, index: -1 } });
}

/** Makes ready the next item after this place, where there is one. */
function comingAfter(index: number, idle: Idle): Idle {
  const place = placeAfter(index, idle);
  const item = place === undefined ? undefined : idle.content[place];
  if (place === undefined || !item) return { ...idle, coming: undefined };
  const number = idle.turns + 1;
  return { ...idle, coming: { number, index: place, item }, turns: number };
}

/** The place of the first item after this one, round the list, that has not failed and is not the one that is seen. */
function placeAfter(index: number, { content, failed, shown }: Idle): number | undefined {
  const places = content.map((_, step) => (index + 1 + step) % content.length);
  return places.find((place) => place !== shown?.index && !failed.includes(place));
}

const slotOf = (item: ContentShown): string => (item.kind === 'picture' ? item.source : item.kind);
