import type { Bridge } from '../electron/contract/calls.ts';
import type { Snapshot } from '../electron/contract/snapshot.ts';

/** Asks for the newest snapshot until it is given, or until nobody wants it any more (the connection it was asked on is gone). */
export async function askFirst(ask: Bridge['snapshot'], tell: (snapshot: Snapshot) => void, wanted: () => boolean): Promise<void> {
  for (let wait = 100; wanted(); wait = Math.min(wait * 2, 3_000)) {
    const answer = await ask();
    if (answer.ok) return tell(answer.value);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
