import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';

/** What the part that holds the rows must be given. */
interface KeptFocus {
  readonly ref: RefObject<HTMLElement | null>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
}

/**
 * Keeps a person's place when the row that has the focus goes, or only what was pressed in it: the focus moves to the row that takes its
 * place, or to the row itself, or to the heading, never to a button, so that a second press of the same key does nothing. Rows say who they are in `data-row`, the heading is the one that can be focused.
 */
export function useKeptFocus(rows: readonly string[]): KeptFocus {
  const ref = useRef<HTMLElement>(null);
  const held = useRef<{ readonly row: string; readonly index: number }>(undefined);
  useLayoutEffect(() => {
    if (!held.current) return;
    const { row, index } = held.current;
    const stays = rows.includes(row);
    if (stays && document.activeElement !== document.body) return;
    const next = stays ? row : rows[Math.min(index, rows.length - 1)];
    held.current = undefined;
    const all = Array.from(ref.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []);
    const place = all.find(({ dataset }) => dataset['row'] === next) ?? ref.current?.querySelector<HTMLElement>('h2');
    place?.focus({ preventScroll: true });
  });
  return {
    ref,
    onFocus: ({ target }) => {
      const row = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
      held.current = row === undefined ? undefined : { row, index: rows.indexOf(row) };
    },
    // Not called for an element that is taken out of the page: React holds events back while it changes it.
    onBlur: () => {
      held.current = undefined;
    },
  };
}
