import type { LobbyScreen } from '../../electron/contract/lobby.ts';
import type { Kiosk } from './kiosk.ts';
import type { Visitor } from './people.ts';

/** Checks in, and goes on. Throws where the screen says anything else than that it is done. */
export async function comeIn(kiosk: Kiosk, { code }: Visitor): Promise<void> {
  be('confirm', await kiosk.wish({ kind: 'code', code, by: 'scanner' }));
  be('checkedIn', await kiosk.wish({ kind: 'confirm' }));
  be('welcome', await kiosk.wish({ kind: 'done' }));
}

/** Checks out, and goes. */
export async function goOut(kiosk: Kiosk, { code }: Visitor): Promise<void> {
  be('scan', await kiosk.wish({ kind: 'begin', purpose: 'checkOut' }));
  be('checkedOut', await kiosk.wish({ kind: 'code', code, by: 'scanner' }));
  be('welcome', await kiosk.wish({ kind: 'done' }));
}

/** Scans at a kiosk that takes this for another day. */
export async function isTurnedAway(kiosk: Kiosk, { code }: Visitor): Promise<void> {
  const screen = await kiosk.wish({ kind: 'code', code, by: 'scanner' });
  be('refused', screen);
  if (screen.kind === 'refused' && !['tooEarly', 'expired'].includes(screen.refusal.reason)) {
    throw new Error(`turned away for another reason: ${screen.refusal.reason}`);
  }
  be('welcome', await kiosk.wish({ kind: 'done' }));
}

function be(kind: LobbyScreen['kind'], screen: LobbyScreen): void {
  if (screen.kind === kind) return;
  throw new Error(`the screen is at ${screen.kind}, not ${kind}${screen.kind === 'refused' ? `: ${screen.refusal.reason}` : ''}`);
}
