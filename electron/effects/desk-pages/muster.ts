import { randomUUID } from 'node:crypto';
import { type MusterRow, mostMustered } from '../../contract/desk-muster.ts';
import type { Intent } from '../../contract/intent.ts';
import type { Language } from '../../contract/language.ts';
import type { DrillReport, Drills } from '../../core/drill.ts';
import { byName, elsewhereOf, insideRows, mostNeeded, musterRows, musterShownOf } from '../../core/muster-list.ts';
import type { Answers } from '../answers.ts';
import type { ExpectedList } from '../expected.ts';
import type { Carried, DeskPage, Reading } from './page.ts';

/** Who is in the building, and the muster that is taken of them. `by`: whose PIN opened the desk; `look`: more is known than is shown. */
export function musterPage(parts: {
  readonly drills: Drills;
  readonly expected: ExpectedList;
  readonly answers: Answers;
  readonly by: () => string | undefined;
  readonly look: () => void;
}): DeskPage {
  const { drills, expected, answers, by, look } = parts;
  const stop = expected.watch(look);
  let reading: Pick<Reading, 'recorded' | 'now'> = { recorded: [], now: '' };
  let running: DrillReport | undefined;
  let last: DrillReport | undefined;
  let isReport = false;
  let rows: readonly MusterRow[] = [];

  /** What cannot be read stays as it was. */
  function read({ recorded, now }: Pick<Reading, 'recorded' | 'now'>): void {
    reading = { recorded, now };
    const wasRunning = running !== undefined;
    const open = drills.muster();
    if (!open.ok) answers.read(open);
    else if (open.value) running = answers.read(drills.musterReport(open.value.musterId)) ?? running;
    else running = undefined;
    // One that begins takes the place of the one before; one that ends is shown, at whichever desk.
    if (running) last = undefined;
    isReport = !running && (isReport || wasRunning);
    if (!running && (!last || isReport)) readLast();
    const listed = running ?? (isReport ? last : undefined);
    rows = listed ? musterRows(listed, recorded) : insideRows(recorded);
  }

  function readLast(): void {
    const ended = drills.lastMuster();
    if (ended.ok) last = ended.value;
    else answers.read(ended);
    isReport = isReport && last !== undefined;
  }

  function carryOut(intent: Intent, at: string): Carried {
    const name = by();
    const said = { at, ...(name !== undefined && { by: name }) };
    switch (intent.kind) {
      case 'musterBegin':
        answers.written(drills.beginMuster({ musterId: randomUUID(), ...said }));
        return 'changed';
      case 'musterTick': {
        const open = answers.read(drills.muster());
        // It may have been ended at the other desk.
        if (open) answers.written(drills.tick({ musterId: open.musterId, visitId: intent.visit, isFound: intent.found, ...said }));
        return 'changed';
      }
      case 'musterEnd': {
        const open = answers.read(drills.muster());
        if (open) answers.written(drills.endMuster({ musterId: open.musterId, ...said }));
        return 'changed';
      }
      case 'musterReport':
        isReport = intent.isOpen;
        read(reading);
        return 'shown';
      default:
        return undefined;
    }
  }

  return {
    read,
    shown: (language: Language) => {
      const { recorded, now } = reading;
      const { visits, state, at } = expected.current();
      const elsewhere = isReport ? [] : byName(elsewhereOf(visits, recorded, now), language);
      return {
        kind: 'inside',
        rows: byName(mostNeeded(rows, mostMustered), language),
        hidden: Math.max(0, rows.length - mostMustered),
        elsewhere: elsewhere.slice(0, mostMustered),
        elsewhereHidden: Math.max(0, elsewhere.length - mostMustered),
        list: { state, ...(at && { at }) },
        ...(running && { running: musterShownOf(running) }),
        ...(last && { last: musterShownOf(last) }),
        isReport,
      };
    },
    carryOut,
    close: stop,
  };
}
