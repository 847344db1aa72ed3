import type { PrintOutcome } from '../core/ports.ts';
import type { PrintContent } from '../core/visit.ts';
import type { Badges } from './badge.ts';
import { withKept } from './kept.ts';
import type { Picture } from './picture.ts';
import type { Patience } from './protocol.ts';
import type { Queue } from './queue.ts';

/** One physical printer, as far as taking turns at it goes. */
interface Parts {
  readonly name: string;
  readonly badges: Badges;
  readonly times: Patience;
  readonly queue: Queue;
}

/** Sends what was prepared within so many milliseconds, at its turn; says what came of it, and never rejects. */
type Send = (left: number) => Promise<PrintOutcome>;

/**
 * Draws, waits for its turn, sends, and says what came of it at which printer and what is kept of it. `prepare` makes of the picture what is
 * sent, before the waiting. Fails as `printer.silent`, with nothing sent, where its turn does not come while there is time enough.
 */
export async function printInTurn(
  { name, badges, times, queue }: Parts,
  content: PrintContent,
  prepare: (drawn: Picture) => Send,
): Promise<PrintOutcome> {
  const drawn = badges.draw(content);
  if (!drawn.ok) return { state: 'failed', failure: drawn.failure, printer: name };
  const send = prepare(drawn.value);
  const silent: PrintOutcome = { state: 'failed', failure: { code: 'printer.silent' } };
  const outcome = await queue.run(
    times.job,
    // What would be cut off on the way is better not begun.
    async (left) => (left < times.confirm ? silent : send(left)),
    () => silent,
  );
  return withKept({ ...outcome, printer: name }, badges, content, drawn.value);
}
