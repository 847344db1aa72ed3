import type { DifferenceShown } from '../../electron/contract/desk.ts';
import type { Speech } from './speech.ts';

/** What this kiosk recorded of a visitor, line by line. */
export function hereSays({ here }: DifferenceShown, { words, exact }: Speech): string[] {
  const { checkedIn, checkedOut, stillIn } = words.differences;
  return [checkedIn(exact(here.checkedInAt)), here.checkedOutAt === undefined ? stillIn : checkedOut(exact(here.checkedOutAt))];
}

/** What the server says of the same visitor, line by line; its state only where no time says it already. */
export function thereSays({ there }: DifferenceShown, { words, exact }: Speech): string[] {
  const { checkedIn, checkedOut, gone, state } = words.differences;
  if (there.kind === 'gone') return [gone];
  const { checkedInAt, checkedOutAt } = there;
  const isSaid =
    (there.state === 'visiting' && checkedInAt !== undefined) || (there.state === 'visited' && checkedOutAt !== undefined);
  return [
    !isSaid && state[there.state],
    checkedInAt !== undefined && checkedIn(exact(checkedInAt)),
    checkedOutAt !== undefined && checkedOut(exact(checkedOutAt)),
  ].filter((line) => line !== false);
}
