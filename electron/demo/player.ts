import { operations } from '../bookings/operations.ts';
import type { Localized } from '../core/visit.ts';
import type { Revision } from './bookings.ts';
import { pictureNames } from './pictures.ts';
import { lobbyDisplay, texts } from './places.ts';

/** One thing that the lobby's screen plays, for a number of seconds: a picture, a text, or something that a kiosk cannot show. */
export type DemoContent = { readonly id: number; readonly seconds: number } & (
  | { readonly type: 'image'; readonly picture: string }
  | { readonly type: 'text'; readonly text: Localized }
  | { readonly type: 'weather' }
);

const [hills, arches, harbour] = pictureNames.map((picture) => ({ type: 'image' as const, picture, seconds: 12 }));
const notice = (text: Localized) => ({ type: 'text' as const, text, seconds: 8 });

const contents: readonly DemoContent[] = [
  hills,
  notice(texts('Guest Wi-Fi: please ask reception', '訪客 Wi-Fi：請向接待處查詢', '访客 Wi-Fi：请咨询接待处')),
  arches,
  notice(texts('Fire drill on Thursday at 10:00', '火警演習：星期四上午 10 時', '消防演习：星期四上午 10 点')),
  harbour,
  { type: 'weather' as const, seconds: 10 },
].flatMap((content, place) => (content ? [{ id: 301 + place, ...content }] : []));

/** What a resource's screen plays, in turn; only the lobby has a screen. Each change begins with another one. */
export function contentsOf(resourceId: number, revision: Revision): readonly DemoContent[] {
  if (resourceId !== lobbyDisplay.id) return [];
  const first = revision(resourceId) % contents.length;
  return [...contents.slice(first), ...contents.slice(0, first)];
}

/** Below this path the server hands out its pictures, as `<name>.png`. */
export const picturePath = `${operations['bookableResourcePlayerContent.search'].path}/pictures/`;
