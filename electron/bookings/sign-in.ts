import { waitAfter } from '../core/backoff.ts';
import { signInSteps } from './backoff.ts';
import type { Credentials } from './credentials.ts';
import type { Exchange } from './exchange.ts';

/** Where the fingerprints of revoked tokens are kept, so that a restart does not send one again. */
export interface RevokedTokens {
  /** Made once for this machine, so that fingerprints of two machines cannot be compared. */
  readonly salt: string;
  has(fingerprint: string): boolean;
  /** Remembers one; false: it could not be kept and is forgotten with this run. */
  add(fingerprint: string): boolean;
}

/** `untilRestart`: the token is wiped from memory, but that it was revoked could not be kept. */
export type Revoked = 'no' | 'kept' | 'untilRestart';

/** Does the server take the token? */
export interface SignIn {
  /** May a call go out with the token now? While it is not taken only one does, after a wait that grows from 15 s to 5 minutes. */
  permits(): boolean;
  /** Has the server taken the token, and not refused it since? */
  isProven(): boolean;
  /**
   * Judges an answer. One that refuses the token is looked into with one second look, however many calls were refused; true: the token
   * is taken after all and a read may go once more.
   */
  judge(exchange: Exchange): Promise<boolean>;
  /** Forgets that the token was taken, and no longer waits where it was not: the next call shows it. What is revoked stays so. */
  doubt(): void;
  state(): { readonly signedOut: boolean; readonly revoked: Revoked };
}

/** How long the outcome of a second look that took the token stands for further refusals, which then are of their operations (milliseconds). */
const standsMilliseconds = 15_000;

/**
 * The state of one token (rules TOK-2, TOK-3). It is static, so there is nothing to refresh: `look` asks the server for its system
 * information in its place. A token that is revoked, said twice, is wiped and its fingerprint kept.
 */
export function createSignIn(parts: {
  credentials: Credentials;
  revoked: RevokedTokens | undefined;
  look: () => Promise<Exchange>;
  clock: () => number;
  chance: () => number;
}): SignIn {
  const { credentials, revoked, look, clock, chance } = parts;
  let standing: 'unproven' | 'proven' | 'out' | 'revoked' = 'unproven';
  let kept: Revoked = 'no';
  let refusals = 0;
  let until = 0;
  let takenAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<Exchange> | undefined;

  if (revoked?.has(credentials.fingerprint(revoked.salt))) {
    credentials.wipe();
    standing = 'revoked';
    kept = 'kept';
  }

  function take(): void {
    if (standing === 'revoked') return;
    standing = 'proven';
    refusals = 0;
  }

  function signOut(): void {
    if (standing === 'revoked') return;
    standing = 'out';
    refusals += 1;
    until = clock() + waitAfter(refusals, signInSteps, chance());
  }

  function revoke(): void {
    if (standing === 'revoked') return;
    standing = 'revoked';
    kept = revoked?.add(credentials.fingerprint(revoked.salt)) ? 'kept' : 'untilRestart';
    credentials.wipe();
  }

  /** The one second look of all that were refused at the same time; what it says of the token is noted once. */
  async function lookAgain(isRevoked: boolean): Promise<Exchange> {
    const second = await look();
    if (isTaken(second)) {
      takenAt = clock();
      take();
    } else if (isRefused(second)) {
      if (isRevoked && second.isRevoked) revoke();
      else signOut();
    }
    return second;
  }

  return {
    permits: () => standing === 'proven' || standing === 'unproven' || (standing === 'out' && clock() >= until),
    isProven: () => standing === 'proven',
    async judge(exchange) {
      if (isTaken(exchange)) take();
      if (!isRefused(exchange) || standing === 'revoked') return false;
      if (standing === 'out' && !exchange.isRevoked) {
        if (clock() >= until) signOut();
        return false;
      }
      if (clock() - takenAt < standsMilliseconds) return false;
      if (standing === 'proven') standing = 'unproven';
      looking ??= lookAgain(exchange.isRevoked === true).finally(() => {
        looking = undefined;
      });
      return isTaken(await looking);
    },
    doubt() {
      if (standing === 'proven') standing = 'unproven';
      takenAt = Number.NEGATIVE_INFINITY;
      until = clock();
    },
    state: () => ({ signedOut: standing === 'out' || standing === 'revoked', revoked: kept }),
  };
}

/** An answer of the server itself that is not about the token. What is in between, such as a portal, takes no token. */
const isTaken = ({ result, status }: Exchange): boolean =>
  result.ok || status === 403 || status === 404 || status === 400 || status === 409 || status === 422;

const isRefused = ({ status }: Exchange): boolean => status === 401 || status === 410;
