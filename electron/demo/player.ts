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

const notices: readonly Localized[] = [
  texts('Guest Wi-Fi: please ask reception', '訪客 Wi-Fi：請向接待處查詢', '访客 Wi-Fi：请咨询接待处'),
  texts('Fire drill on Thursday at 10:00', '火警演習：星期四上午 10 時', '消防演习：星期四上午 10 点'),
];

const contents: readonly DemoContent[] = [
  ...pictureNames.map((picture, place): DemoContent => ({ id: 301 + place, type: 'image', picture, seconds: 12 })),
  ...notices.map((text, place): DemoContent => ({ id: 311 + place, type: 'text', text, seconds: 8 })),
  { id: 321, type: 'weather', seconds: 10 },
];

/** What a resource's screen plays, pictures and texts in turn; only the lobby has a screen. Each change begins with another one. */
export function contentsOf(resourceId: number, revision: Revision): readonly DemoContent[] {
  if (resourceId !== lobbyDisplay.id) return [];
  const turn = (id: number) => (id % 10) * 2 + (id < 310 ? 0 : 1);
  const inTurn = contents.toSorted((one, other) => turn(one.id) - turn(other.id));
  const first = revision(resourceId) % inTurn.length;
  return [...inTurn.slice(first), ...inTurn.slice(0, first)];
}

/** Below this path the server hands out its pictures, as `<name>.png`. */
export const picturePath = `${operations['bookableResourcePlayerContent.search'].path}/pictures/`;
