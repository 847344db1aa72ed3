import { useCallback, useEffect, useRef, useState } from 'react';
import type { MusterRow } from '../../../electron/contract/desk-muster.ts';
import { type Place, placeOf } from './places.ts';

/** Nothing moves before nobody has pressed or gone to a row for so long (ms). */
const quiet = 2_000;

type Placed = ReadonlyMap<string, Place>;

/**
 * In which group each row is drawn. A row that was ticked stays where it is until a moment has passed, and for as long as the keyboard is at it: nothing moves
 * under a finger, and a second press takes back the first. `touched`: somebody has pressed a row, or gone to one.
 */
export function usePlaces(rows: readonly MusterRow[]): { readonly placed: Placed; readonly touched: () => void } {
  const [placed, setPlaced] = useState<Placed>(() => placesOf(rows));
  const latest = useRef(rows);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const settle = useCallback(() => {
    timer.current = undefined;
    setPlaced((before) => placesOf(latest.current, before, heldRow()));
  }, []);
  const touched = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(settle, quiet);
  }, [settle]);

  useEffect(() => {
    latest.current = rows;
    if (timer.current === undefined) settle();
  }, [rows, settle]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { placed, touched };
}

function placesOf(rows: readonly MusterRow[], before?: Placed, held?: string): Placed {
  return new Map(rows.map((row) => [row.visit, (row.visit === held && before?.get(row.visit)) || placeOf(row)]));
}

/** The row that the keyboard is at. */
function heldRow(): string | undefined {
  const element = document.activeElement;
  return element instanceof HTMLElement && element.matches(':focus-visible') ? element.dataset['visit'] : undefined;
}
