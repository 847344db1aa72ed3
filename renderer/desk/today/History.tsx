import { type ReactNode, type SubmitEvent, useId, useState } from 'react';
import { longestNote } from '../../../electron/contract/desk-limits.ts';
import type { Happened, VisitOpen } from '../../../electron/contract/desk-today.ts';
import type { Speech } from '../speech.ts';
import { useAsked } from '../use-asked.ts';
import { When } from '../When.tsx';

/** All that happened to a visit, the newest last, and a note for whoever reads it later. */
export function History({ open, speech }: { readonly open: VisitOpen; readonly speech: Speech }): ReactNode {
  const { words } = speech;
  const { visit } = words.today;
  return (
    <section className="history" aria-labelledby="history">
      <h3 id="history">{visit.history}</h3>
      {open.history.length === 0 && <p className="quiet">{visit.nothingYet}</p>}
      <ol>
        {open.history.map((event) => (
          <li key={event.id}>
            <When iso={event.at} speech={speech} />
            <span>{saidOf(event, speech)}</span>
          </li>
        ))}
      </ol>
      {open.row.visit !== undefined && <Note key={open.history.length} visit={open.row.visit} speech={speech} />}
    </section>
  );
}

/** What happened, by whom, and why. */
function saidOf(event: Happened, speech: Speech): ReactNode {
  const { kind, actor, by, text } = event;
  const { events } = speech.words.dead;
  const { visit } = speech.words.today;
  const what = (Object.hasOwn(events, kind) ? events[kind] : undefined) ?? events.other;
  const how = howOf(event, speech);
  return (
    <>
      {how === undefined ? what : visit.how(what, how)}{' '}
      <span className="quiet">{by === undefined ? visit.actor[actor] : visit.by(by)}</span>
      {text !== undefined && <q dir="auto">{text}</q>}
    </>
  );
}

/** What an event says besides its kind. */
function howOf({ correction, time, difference, decision, print, isFound }: Happened, { words, exact }: Speech): string | undefined {
  const { visit } = words.today;
  if (correction !== undefined) return `${visit.correction[correction]}${time === undefined ? '' : ` (${exact(time)})`}`;
  if (difference !== undefined) return words.differences.kind[difference];
  if (decision !== undefined) return words.differences.decision[decision];
  // Of a badge that came out for certain nothing more is to be said.
  if (print !== undefined && print !== 'confirmed') return words.prints.state[print];
  if (isFound !== undefined) return isFound ? visit.found : visit.notFound;
  return undefined;
}

function Note({ visit, speech }: { readonly visit: string; readonly speech: Speech }): ReactNode {
  const { words } = speech;
  const { note, keepNote } = words.today.visit;
  const [text, setText] = useState('');
  const [asked, ask] = useAsked();
  const id = useId();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() !== '') ask({ kind: 'note', visit, text: text.trim() });
  };
  return (
    <form autoComplete="off" onSubmit={submit}>
      <label htmlFor={id}>{note}</label>
      <input id={id} type="text" dir="auto" maxLength={longestNote} value={text} onChange={({ target }) => setText(target.value)} />
      <button type="submit" aria-disabled={asked === 'asked' || text.trim() === ''}>
        {asked === 'asked' ? words.needs.asked : keepNote}
      </button>
      <p role="status">{asked === 'late' && words.needs.late}</p>
    </form>
  );
}
