import { randomBytes } from 'node:crypto';
import type { WalkInDetails } from '../contract/walk-in.ts';
import type { Journal } from '../core/ports.ts';
import { cleanText } from '../core/text.ts';
import type { Visit } from '../core/visit.ts';
import { walkInBytes, walkInOf } from '../core/walk-in.ts';
import type { Answers } from './answers.ts';

/** A code that is taken is a chance of one in 33 millions for each that there is: so many tries end it for certain. */
const mostTries = 8;

/**
 * The visit of somebody without a code, who is let in now (`at`), under a code that this journal does not know yet; undefined: nothing is left of the name once it is cleaned,
 * or the journal does not answer.
 */
export function newWalkIn(
  { name, company, host, purpose, hasAccepted }: WalkInDetails,
  chosen: { id: string; mail?: string } | undefined,
  { journal, answers, at }: { journal: Pick<Journal, 'standing'>; answers: Answers; at: string },
): Visit | undefined {
  const [said, firm, visited, why] = [name, company, host, purpose].map((text) => cleanText(text ?? ''));
  if (!said) return undefined;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const visit = walkInOf(
      {
        visitor: { name: said, ...(firm && { company: firm }) },
        ...(visited && { host: visited }),
        ...(visited && chosen && { hostId: chosen.id, ...(chosen.mail && { hostMail: chosen.mail }) }),
        ...(why && { purpose: why }),
        ...(hasAccepted && { termsAt: at }),
        now: at,
      },
      randomBytes(walkInBytes),
    );
    const known = answers.read(journal.standing(visit.code));
    if (!known) return undefined;
    if (known.kind === 'none') return visit;
  }
  return undefined;
}
