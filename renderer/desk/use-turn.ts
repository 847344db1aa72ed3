import { useState } from 'react';

/** Changes between 0 and 1 each time that the rows are others, or stand elsewhere. */
export function useTurn(rows: readonly string[]): 0 | 1 {
  const key = rows.join(' ');
  const [held, setHeld] = useState<{ readonly key: string; readonly turn: 0 | 1 }>({ key, turn: 0 });
  if (held.key === key) return held.turn;
  const turn = held.turn === 0 ? 1 : 0;
  setHeld({ key, turn });
  return turn;
}
