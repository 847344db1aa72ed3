import { type ReactNode, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { longestNote } from '../../../electron/contract/desk-limits.ts';
import { momentOf } from '../../../electron/contract/moment.ts';
import type { Correction } from '../../words/today/words.ts';
import type { Speech } from '../speech.ts';
import { useAsked } from '../use-asked.ts';

/** What was recorded wrong, with the reason. It is written beside what was recorded, never over it. */
export function Correcting(props: {
  readonly visit: string;
  readonly corrections: readonly Correction[];
  /** The moment that a time is corrected from: its day and its clock stay. */
  readonly at: string;
  readonly speech: Speech;
}): ReactNode {
  const { visit, corrections, at, speech } = props;
  const { words } = speech;
  const { correct, correction } = words.today.visit;
  const [what, setWhat] = useState<Correction>();
  return (
    <section className="correct" aria-labelledby="correct">
      <h3 id="correct">{correct}</h3>
      <div className="acts">
        {corrections.map((one) => (
          <button key={one} type="button" aria-expanded={one === what} onClick={() => setWhat(one === what ? undefined : one)}>
            {correction[one]}
          </button>
        ))}
      </div>
      {what && corrections.includes(what) && (
        <Form key={what} visit={visit} what={what} at={at} speech={speech} onCancel={() => setWhat(undefined)} />
      )}
    </section>
  );
}

function Form(props: {
  readonly visit: string;
  readonly what: Correction;
  readonly at: string;
  readonly speech: Speech;
  readonly onCancel: () => void;
}): ReactNode {
  const { visit, what, at, speech, onCancel } = props;
  const { words } = speech;
  const said = words.today.visit;
  const hasTime = what === 'cameAt' || what === 'leftAt';
  const [time, setTime] = useState(() => at.slice(11, 16));
  const [reason, setReason] = useState('');
  const [asked, ask] = useAsked();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const wanted = `${at.slice(0, 10)}T${time}:00${offsetOf(at)}`;
    if (reason.trim() === '' || (hasTime && !momentOf(wanted))) return;
    ask({ kind: 'correct', visit, what, reason: reason.trim(), ...(hasTime && { time: wanted }) });
  };
  return (
    <form autoComplete="off" onSubmit={submit} onKeyDown={({ key }) => key === 'Escape' && onCancel()}>
      <p>{said.follows[what]}</p>
      {hasTime && (
        <>
          <label htmlFor={`${id}-time`}>{said.time}</label>
          <input ref={first} id={`${id}-time`} type="time" required value={time} onChange={({ target }) => setTime(target.value)} />
        </>
      )}
      <label htmlFor={id}>{said.reason}</label>
      <input
        ref={hasTime ? undefined : first}
        id={id}
        type="text"
        dir="auto"
        required
        maxLength={longestNote}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <button type="submit" className="main" aria-disabled={asked === 'asked'}>
        {asked === 'asked' ? words.needs.asked : words.differences.record}
      </button>
      <button type="button" onClick={onCancel}>
        {words.differences.cancel}
      </button>
      <p role="status">{asked === 'late' && words.needs.late}</p>
    </form>
  );
}

const offsetOf = (iso: string): string => /(Z|[+-]\d{2}:?\d{2})$/i.exec(iso)?.[1] ?? 'Z';
