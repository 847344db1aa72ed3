import { deeds } from './deeds.ts';
import type { ScreenOf } from './page.ts';
import { type Act, type Guest, pageOf, toInside } from './receptionist.ts';
import type { Site } from './site.ts';

/**
 * A muster: begun, two are found, of one of them that is taken back, and it is ended. It is known by being none of those that the desk has
 * shown as ended before.
 */
export function drillActs({ notes }: Site, found: Guest, mistaken: Guest): readonly Act[] {
  const before = notes.musters.size;
  const known = new Set(notes.musters);
  let id = '';
  const muster = () => id;
  const inside = (screen: ScreenOf<'desk'>) => pageOf(screen, 'inside');
  /** This muster, running or ended. */
  const shown = (screen: ScreenOf<'desk'>) => {
    const page = inside(screen);
    return [page?.running, page?.last].find((one) => one && !known.has(one.id));
  };
  const begun = deeds.begun(muster, before);
  const ended = deeds.ended(muster);
  const takenBack = deeds.ticked(mistaken.name, false, muster);
  const tick = ({ name }: Guest, isFound: boolean): Act => {
    const rowOf = (screen: ScreenOf<'desk'>) => inside(screen)?.rows.find((row) => row.name === name);
    return {
      deed: deeds.ticked(name, isFound, muster),
      turn: toInside,
      isDone: (screen) => (rowOf(screen)?.foundAt !== undefined) === isFound,
      wish: (screen) => {
        const row = rowOf(screen);
        return row && { kind: 'musterTick', visit: row.visit, found: isFound };
      },
    };
  };
  return [
    {
      deed: begun,
      turn: toInside,
      isDone: (screen) => shown(screen) !== undefined,
      wish: () => ({ kind: 'musterBegin' }),
      after: (screen) => {
        id = shown(screen)?.id ?? '';
      },
    },
    { ...tick(found, true), until: ended },
    { ...tick(mistaken, true), until: takenBack },
    { ...tick(mistaken, false), deed: takenBack, until: ended },
    {
      deed: ended,
      turn: toInside,
      isDone: (screen) => shown(screen)?.endedAt !== undefined,
      wish: () => ({ kind: 'musterEnd' }),
      after: (screen) => {
        notes.musters.add(id);
        const many = shown(screen)?.counts.found;
        if (many !== 1) notes.contradictions.push(`a muster at which one was found says ${many}`);
      },
    },
  ];
}
