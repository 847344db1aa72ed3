import { type ReactNode, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import type { DifferenceShown } from '../../electron/contract/desk.ts';
import type { DeskWords } from '../words/desk/words.ts';
import type { Decision } from '../words/differences/words.ts';
import { useAsked } from './use-asked.ts';

/** As many letters as the contract takes. */
const longestNote = 200;

/** What follows from a decision, a note for whoever reads it later, and the button that records it: it cannot be taken back. */
export function Deciding(props: {
  readonly difference: DifferenceShown;
  readonly decision: Decision;
  readonly words: DeskWords;
  readonly onCancel: () => void;
}): ReactNode {
  const { difference, decision, words, onCancel } = props;
  const { follows, note: label, noteOrNothing, record, cancel, decision: names } = words.differences;
  const [note, setNote] = useState('');
  const [asked, ask] = useAsked();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const isNote = decision === 'note';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const written = note.trim();
    ask({ kind: 'decide', difference: difference.id, decision, ...(written !== '' && { note: written }) });
  };
  return (
    <form
      autoComplete="off"
      aria-describedby={`${id}-follows`}
      aria-label={names[decision]}
      onSubmit={submit}
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
    >
      <p id={`${id}-follows`}>
        <strong>{words.differences.chosen(names[decision])}</strong>
        {words.between}
        {decision === 'theirs' ? follows.theirs[difference.kind] : follows[decision]}
      </p>
      <label htmlFor={id}>{isNote ? label : noteOrNothing}</label>
      <input
        ref={field}
        id={id}
        type="text"
        dir="auto"
        required={isNote}
        pattern=".*\S.*"
        maxLength={longestNote}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <button type="submit" className="main" aria-disabled={asked === 'asked'}>
        {asked === 'asked' ? words.needs.asked : record}
      </button>
      <button type="button" onClick={onCancel}>
        {cancel}
      </button>
      <p role="status">{asked === 'late' && words.needs.late}</p>
    </form>
  );
}
