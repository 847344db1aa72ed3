import { ConciergeBell } from 'lucide-react';
import type { ReactNode } from 'react';
import { Stage } from '../parts/Stage.tsx';
import type { Words } from '../words/words.ts';

/** Staff have switched the lobby off: where to go instead, and nothing to press in vain. */
export function OutOfOrder({ words }: { readonly words: Words }): ReactNode {
  const { sentence, more } = words.outOfOrder;
  return <Stage kind="out-of-order" sign={{ icon: ConciergeBell, tone: 'wait' }} sentence={sentence} more={more} />;
}
