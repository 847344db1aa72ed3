import { longestNote } from '../contract/desk-limits.ts';
import type { Happened } from '../contract/desk-today.ts';
import { type Result, success } from '../contract/failure.ts';
import type { Intent } from '../contract/intent.ts';
import type { Purpose } from '../contract/lobby.ts';
import type { WalkInDetails } from '../contract/walk-in.ts';
import { correctionsOf } from '../core/correction.ts';
import type { DayPerson, Expected } from '../core/day-list.ts';
import type { Basis } from '../core/event.ts';
import type { History, HistoryEvent } from '../core/history.ts';
import { textIn } from '../core/localized.ts';
import type { WholeJournal } from '../core/ports.ts';
import { cleanText } from '../core/text.ts';
import type { Standing, Visit } from '../core/visit.ts';
import { mayCheckIn, type VisitCircumstances } from '../core/visit-open.ts';
import type { Answers } from './answers.ts';
import type { Clock } from './clock.ts';
import type { DeskBadges } from './desk-badges.ts';
import { pictureSource } from './desk-pages/prints.ts';
import { record } from './record.ts';
import { recordOf, standingOf } from './standing.ts';
import { newWalkIn } from './walk-in.ts';

/** What staff do with single visits. */
export interface DeskVisits {
  /** All that is known of a visit; undefined: nothing any more. */
  about(person: DayPerson): VisitCircumstances | undefined;
  /** Checks somebody in and has a badge printed; whoever is in already, or may not come in, is passed over. */
  checkIn(person: DayPerson, at: string): void;
  checkOut(person: DayPerson, at: string): void;
  /** Lets somebody in whom Bookings ONE does not know; answers the id of the badge, or undefined where that could not be recorded. */
  walkIn(details: WalkInDetails, host: { id: string; mail?: string } | undefined, at: string): string | undefined;
  /** A correction, or a note. */
  write(intent: Extract<Intent, { kind: 'correct' | 'note' }>, at: string): void;
}

/** Carries out what staff want of visits. `by`: whose PIN opened the desk; `expected`: the server's list, which a check-in rests on. */
export function deskVisits(parts: {
  readonly journal: WholeJournal;
  readonly badges: DeskBadges;
  readonly answers: Answers;
  readonly clock: Clock;
  readonly expected: () => Expected;
  readonly by: () => string | undefined;
}): DeskVisits {
  const { journal, badges, answers, clock, expected, by } = parts;
  const staff = () => {
    const name = by();
    return { actor: 'staff', ...(name !== undefined && { by: name }) } as const;
  };

  const pastOf = (visitId: string): History | undefined => answers.read(journal.history(visitId));

  /** As the server says, or as it was recorded. */
  function visitOf({ visit, recorded }: DayPerson): Visit | undefined {
    return visit ?? (recorded && answers.read(journal.visit(recorded.visitId)));
  }

  function basisOf({ visit }: DayPerson): Basis {
    const { at } = expected();
    if (!visit) return { from: 'journal' };
    return at === undefined
      ? { from: 'server' }
      : { from: 'roster', ageMs: Math.max(0, Date.parse(clock.wall()) - Date.parse(at)) };
  }

  function whereIs(visit: Visit): Result<Standing['kind']> {
    const known = recordOf(visit.code, journal);
    return known.ok ? success(standingOf(visit, known.value).kind) : known;
  }

  function carry(purpose: Purpose, person: DayPerson, at: string): { visit: Visit; printId?: string } | undefined {
    const visit = visitOf(person);
    if (!visit) return undefined;
    const standing = answers.read(whereIs(visit));
    // At the kiosk in the lobby somebody may have been quicker.
    if (standing === undefined || standing === (purpose === 'checkIn' ? 'in' : 'out')) return undefined;
    const written = answers.written(record(purpose, { visit, basis: basisOf(person) }, { journal, at, slip: false, ...staff() }));
    return written && { visit, ...(written.printId && { printId: written.printId }) };
  }

  return {
    about: (person) => {
      const { recorded } = person;
      const past = recorded && pastOf(recorded.visitId);
      const visit = past?.visit ?? visitOf(person);
      if (!visit) return undefined;
      const print = past?.prints.findLast(({ kind }) => kind === 'badge');
      const png = print?.hasPicture ? answers.read(journal.picture(print.printId)) : undefined;
      return {
        visit,
        history: (past?.events ?? []).map(happened),
        corrections: past ? [...correctionsOf(past.stay)] : [],
        ...(print && { print }),
        ...(png && { picture: pictureSource(png) }),
      };
    },
    checkIn: (person, at) => {
      if (!mayCheckIn(person.row)) return;
      const done = carry('checkIn', person, at);
      if (done?.printId) badges.print(done.printId, { visit: done.visit, checkedInAt: at });
    },
    checkOut: (person, at) => {
      if (person.row.state === 'inside') carry('checkOut', person, at);
    },
    walkIn: (details, host, at) => {
      const visit = newWalkIn(details, host, { journal, answers, at });
      if (!visit) return undefined;
      const basis = { from: 'journal' } as const;
      const written = answers.written(record('checkIn', { visit, basis }, { journal, at, slip: false, ...staff() }));
      if (written?.printId) badges.print(written.printId, { visit, checkedInAt: at });
      return written && visit.badgeId;
    },
    write: (intent, at) => {
      const name = by();
      const said = { at, visitId: intent.visit, ...(name !== undefined && { by: name }) };
      if (intent.kind === 'note') {
        const text = cleanText(intent.text, longestNote);
        if (text) answers.written(journal.note({ ...said, text }));
        return;
      }
      const reason = cleanText(intent.reason, longestNote);
      const { what, time } = intent;
      const correction = what === 'notIn' || what === 'notOut' ? { what } : time !== undefined && { what, time };
      if (reason && correction) answers.written(journal.correct({ ...said, correction, reason }));
    },
  };
}

/** An event as a person reads it. */
function happened({ id, kind, at, actor, by, told }: HistoryEvent): Happened {
  const { correction } = told;
  const text = told.text ?? told.reason ?? textIn(told.service?.name, 'en');
  return {
    ...{ id, kind, at, actor },
    ...(by !== undefined && { by }),
    ...(text !== undefined && { text }),
    ...(correction && { correction: correction.what }),
    ...(correction && 'time' in correction && { time: correction.time }),
    ...(told.difference !== undefined && { difference: told.difference }),
    ...(told.decision !== undefined && { decision: told.decision }),
    ...(told.print && { print: told.print.state }),
    ...(told.isFound !== undefined && { isFound: told.isFound }),
  };
}
