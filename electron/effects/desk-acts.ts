import { longestNote } from '../contract/desk-limits.ts';
import type { Intent } from '../contract/intent.ts';
import type { NoteOperation } from '../core/operation.ts';
import type { Receiver } from '../core/outbox.ts';
import type { WholeJournal } from '../core/ports.ts';
import { cleanText } from '../core/text.ts';
import type { Answers } from './answers.ts';
import type { DeskBadges } from './desk-badges.ts';
import type { Carried } from './desk-pages/page.ts';
import type { Requests } from './requests.ts';

/** Carries out what staff want of the things that every page shows. Undefined: the wish is none of these. */
export type DeskActs = (intent: Intent, at: string) => Carried;

/** What needs a person is seen to: in the journal, with the name of whoever did it (`by`), or by an answer to the lobby. */
export function deskActs(parts: {
  readonly journal: WholeJournal;
  readonly answers: Answers;
  readonly badges: DeskBadges;
  readonly requests: Requests;
  /** To whom all dead letters are sent again. */
  readonly receivers: () => readonly Receiver[];
  readonly by: () => string | undefined;
  readonly note: NoteOperation;
}): DeskActs {
  const { journal, answers, badges, requests, receivers, note } = parts;
  return (intent, at) => {
    const name = parts.by();
    const by = name === undefined ? {} : { by: name };
    switch (intent.kind) {
      case 'decide': {
        const { difference: differenceId, decision } = intent;
        const note = cleanText(intent.note ?? '', longestNote);
        answers.written(journal.decide({ differenceId, decision, at, ...by, ...(note && { note }) }));
        return 'changed';
      }
      case 'confirmLeft':
        answers.written(journal.confirmLeft({ visitId: intent.visit, at, ...by }));
        return 'changed';
      case 'sendAgain': {
        const { letter } = intent;
        const asked = letter ? [letter.receiver] : receivers();
        // Another desk may have been quicker, or the disk takes nothing: then nothing is sent again.
        const to = asked.filter((receiver) =>
          answers.written(journal.sendAgain({ receiver, ...(letter && { eventId: letter.id }) })),
        );
        if (to.length > 0) note({ what: 'sentAgain', receivers: to, ...(letter && { event: letter.id }) });
        return 'changed';
      }
      case 'printAgain':
        badges.printAgain(intent.print);
        return 'changed';
      case 'handedOver':
        answers.written(journal.handedOver({ printId: intent.print, at, ...by }));
        return 'changed';
      case 'rollChanged': {
        const changed = journal.rollChanged({ printer: intent.printer, at });
        answers.written(changed);
        if (changed.ok) note({ what: 'rollChanged', printer: intent.printer });
        return 'changed';
      }
      case 'answer':
        requests.answer(intent.request, { letIn: intent.letIn, ...by });
        return 'shown';
      default:
        return undefined;
    }
  };
}
