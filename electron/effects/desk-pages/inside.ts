import type { Person } from '../../contract/desk.ts';
import { musterOf } from '../../core/muster.ts';
import type { DeskPage } from './page.ts';

/** Who is in the building. */
export function insidePage(): DeskPage {
  let inside: Person[] = [];
  return {
    read: ({ recorded }) => {
      ({ inside } = musterOf(recorded));
    },
    shown: () => ({ kind: 'inside', inside }),
    carryOut: () => undefined,
    close: () => {},
  };
}
