import type { PrintListed, PrintsPage } from '../../contract/desk-prints.ts';
import type { Prints } from '../../core/prints.ts';
import type { Answers } from '../answers.ts';
import type { DeskPage } from './page.ts';

/** The last prints, and the picture of the one that somebody looks at. */
export function printsPage({ prints, answers }: { readonly prints: Pick<Prints, 'picture'>; readonly answers: Answers }): DeskPage {
  let listed: PrintListed[] = [];
  let picture: PrintsPage['picture'];
  const hasPicture = (wanted: string | undefined) => listed.some(({ id, hasPicture }) => id === wanted && hasPicture);
  return {
    read: ({ lists }) => {
      listed = lists.prints;
      // What is not kept any more is put away.
      if (!hasPicture(picture?.print)) picture = undefined;
    },
    shown: () => ({ kind: 'prints', prints: listed, ...(picture && { picture }) }),
    carryOut: (intent) => {
      if (intent.kind !== 'picture') return undefined;
      picture =
        intent.print !== undefined && hasPicture(intent.print) ? { print: intent.print, ...sourceOf(intent.print) } : undefined;
      return 'shown';
    },
    close: () => {},
  };

  function sourceOf(printId: string): { source?: string } {
    const png = answers.read(prints.picture(printId));
    return png ? { source: pictureSource(png) } : {};
  }
}

/** A picture as a page can show it. */
export const pictureSource = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
