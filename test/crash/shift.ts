import type { Intent } from '../../electron/contract/intent.ts';
import { isoWithOffset } from '../../electron/contract/moment.ts';
import { deeds } from './deeds.ts';
import type { Page, ScreenOf } from './page.ts';
import { type Act, type Guest, openOf, perform, rowOf, toVisit } from './receptionist.ts';
import { drillActs } from './shift-drill.ts';
import { comeIn, type Expected, expectedOne, leaving, walkIn } from './shift-visits.ts';
import type { Site } from './site.ts';

/** What a shift at the desk is made of, in any order: the visitor without a code comes before what is done with her. */
export type Part = 'walkIn' | 'comeIn' | 'note' | 'time' | 'undoIn' | 'undoOut' | 'muster' | 'goOut';

/** Every part, in an order that makes sense. */
export const wholeShift: readonly Part[] = ['walkIn', 'comeIn', 'note', 'time', 'undoIn', 'undoOut', 'muster', 'goOut'];

/** What somebody at the desk has to do, and goes on with wherever the process before was killed. Answers whether all is done. */
export type Shift = (desk: Page) => Promise<boolean>;

type Screen = ScreenOf<'desk'>;

/** A shift of these parts, with visitors of its own. */
export function beginShift(site: Site, parts: readonly Part[]): Shift {
  const { notes } = site;
  notes.shifts += 1;
  const name = `Wanda${notes.shifts} Erfunden`;
  const wanda: Guest = { name, search: name, isExpected: false };
  const make: Record<Part, () => readonly Act[]> = {
    walkIn: () => walkIn(site, wanda),
    comeIn: () => comeIn(site, expectedOne(site)),
    note: () => note(wanda),
    time: () => time(wanda),
    undoIn: () => undoIn(site, expectedOne(site)),
    undoOut: () => undoOut(site, expectedOne(site)),
    muster: () => muster(site, wanda),
    goOut: () => [leaving(wanda, deeds.out(name))],
  };
  const acts = parts.flatMap((part) => make[part]());
  for (const { deed } of acts) if (deed) notes.deeds.push(deed);
  return async (desk) => {
    for (const act of acts) if (!(await perform(site, desk, act))) return false;
    return true;
  };
}

function note(guest: Guest): readonly Act[] {
  const text = `Waits in the café, says ${guest.name}`;
  return [
    {
      deed: deeds.noted(guest.name, text),
      turn: toVisit(guest),
      isDone: (screen) => hasWritten(screen, guest, text),
      wish: (screen) => ofVisit(screen, guest, (visit) => ({ kind: 'note', visit, text })),
    },
  ];
}

function time(guest: Guest): readonly Act[] {
  const reason = `The queue was long for ${guest.name}`;
  const at = isoWithOffset(new Date(Date.now() - 5 * 60_000));
  return [
    {
      deed: deeds.corrected(guest.name, 'cameAt', reason),
      turn: toVisit(guest),
      isDone: (screen) => hasWritten(screen, guest, reason),
      wish: (screen) => ofVisit(screen, guest, (visit) => ({ kind: 'correct', visit, what: 'cameAt', time: at, reason })),
    },
  ];
}

/** Somebody is checked in by mistake. */
function undoIn(site: Site, guest: Expected): readonly Act[] {
  const reason = `Another one than ${guest.name}`;
  const undone = deeds.corrected(guest.name, 'notIn', reason);
  return [
    ...comeIn(site, guest, undone),
    {
      deed: undone,
      turn: toVisit(guest),
      isDone: (screen) => rowOf(screen, guest)?.state !== 'inside',
      wish: (screen) => ofVisit(screen, guest, (visit) => ({ kind: 'correct', visit, what: 'notIn', reason })),
      after: () => site.notes.neverIn.add(guest.code),
    },
  ];
}

/** Somebody is checked out by mistake. */
function undoOut(site: Site, guest: Expected): readonly Act[] {
  const reason = `${guest.name} has only gone to lunch`;
  const undone = deeds.corrected(guest.name, 'notOut', reason);
  const out = deeds.out(guest.name);
  return [
    ...comeIn(site, guest, out),
    { ...leaving(guest, out), until: undone },
    {
      deed: undone,
      turn: toVisit(guest),
      isDone: (screen) => rowOf(screen, guest)?.state === 'inside' && hasWritten(screen, guest, reason),
      wish: (screen) => ofVisit(screen, guest, (visit) => ({ kind: 'correct', visit, what: 'notOut', reason })),
    },
  ];
}

/** Somebody is found at a muster, and somebody else is thought to be. */
function muster(site: Site, other: Guest): readonly Act[] {
  const found = expectedOne(site);
  return [...comeIn(site, found), ...drillActs(site, found, other)];
}

const hasWritten = (screen: Screen, guest: Guest, text: string): boolean =>
  openOf(screen, guest)?.history.some((happened) => happened.text === text) ?? false;

function ofVisit(screen: Screen, guest: Guest, intentOf: (visit: string) => Intent): Intent | undefined {
  const visit = rowOf(screen, guest)?.visit;
  return visit === undefined ? undefined : intentOf(visit);
}
