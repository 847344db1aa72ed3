import {
  Building2,
  CalendarClock,
  CircleCheck,
  CircleQuestionMark,
  ConciergeBell,
  Hourglass,
  LogIn,
  type LucideIcon,
} from 'lucide-react';
import type { Purpose, Refusal } from '../../electron/contract/lobby.ts';
import type { Tone } from '../parts/Stage.tsx';
import { isolated } from '../words/names.ts';
import { momentIn } from '../words/times.ts';
import type { RefusalWords, Words } from '../words/words.ts';

/** The way on that a refusal offers besides `Done`. */
export type WayOn = 'tryAgain' | 'checkOutInstead' | 'checkInInstead';

interface Look {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly wayOn?: WayOn;
}

/** How each refusal looks and where it leads. */
export function lookOf(reason: Refusal['reason'], purpose: Purpose): Look {
  const looks: Record<Refusal['reason'], Look> = {
    unknownCode: { icon: CircleQuestionMark, tone: 'wait', wayOn: 'tryAgain' },
    notACode: { icon: CircleQuestionMark, tone: 'wait', wayOn: 'tryAgain' },
    tooEarly: { icon: CalendarClock, tone: 'wait' },
    expired: { icon: CalendarClock, tone: 'wait' },
    otherBuilding: { icon: Building2, tone: 'wait' },
    alreadyCheckedIn: { icon: CircleCheck, tone: 'good', ...(purpose === 'checkIn' && { wayOn: 'checkOutInstead' }) },
    alreadyCheckedOut: { icon: CircleCheck, tone: 'good' },
    notCheckedIn: { icon: LogIn, tone: 'wait', wayOn: 'checkInInstead' },
    blocked: { icon: ConciergeBell, tone: 'stop' },
    tooManyTries: { icon: ConciergeBell, tone: 'stop' },
    notLetIn: { icon: ConciergeBell, tone: 'stop' },
    nobodyAnswered: { icon: ConciergeBell, tone: 'wait' },
    noAnswer: { icon: Hourglass, tone: 'wait', wayOn: 'tryAgain' },
    notRecorded: { icon: Hourglass, tone: 'wait', wayOn: 'tryAgain' },
  };
  return looks[reason];
}

/** What a refusal says. `now` in ms since 1970 decides whether a time needs its day. */
export function wordsOf(refusal: Refusal, purpose: Purpose, words: Words, now: number): RefusalWords {
  const { refused } = words;
  switch (refusal.reason) {
    case 'tooEarly':
      return refused.tooEarly(momentIn(words, refusal.from, now), momentIn(words, refusal.opens, now));
    case 'expired':
      return refused.expired(momentIn(words, refusal.to, now));
    case 'otherBuilding':
      return refused.otherBuilding(refusal.building && isolated(refusal.building));
    case 'alreadyCheckedIn':
      return refused.alreadyCheckedIn(momentIn(words, refusal.at, now), purpose);
    case 'alreadyCheckedOut':
      return refused.alreadyCheckedOut(momentIn(words, refusal.at, now));
    case 'notRecorded':
      return refused.notRecorded(purpose);
    default:
      return refused[refusal.reason];
  }
}
