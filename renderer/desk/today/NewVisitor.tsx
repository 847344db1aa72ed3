import { X } from 'lucide-react';
import { type ReactNode, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import type { TodayPage } from '../../../electron/contract/desk-today.ts';
import type { Speech } from '../speech.ts';
import { useAsked } from '../use-asked.ts';
import { useLatest } from '../use-latest.ts';

const longest = 120;
const nothing = { name: '', company: '', host: '', purpose: '' };

/** Somebody without a visit in Bookings ONE, let in by a person. Hosts are offered as they are written: their name is enough. */
export function NewVisitor(props: {
  readonly hosts: TodayPage['hosts'];
  readonly speech: Speech;
  readonly onClose: () => void;
}): ReactNode {
  const { hosts = [], speech, onClose } = props;
  const { words } = speech;
  const said = words.today.newVisitor;
  const [written, setWritten] = useState(nothing);
  const [hasAccepted, setHasAccepted] = useState(false);
  const [asked, ask] = useAsked();
  const find = useLatest();
  const first = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => first.current?.focus(), []);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const [name, company, host, purpose] = [written.name, written.company, written.host, written.purpose].map((text) =>
      text.trim(),
    );
    if (!name) return;
    const chosen = hosts.filter((one) => one.name === host);
    ask({
      ...{ kind: 'walkIn', name, hasAccepted },
      ...(company && { company }),
      ...(host && { host }),
      ...(purpose && { purpose }),
      // Two of one name: which of them is meant nobody has said.
      ...(chosen.length === 1 && chosen[0] && { hostId: chosen[0].id }),
    });
  };
  const field = (key: keyof typeof nothing, label: string) => (
    <div className="line" key={key}>
      <label htmlFor={`${id}-${key}`}>{label}</label>
      <input
        ref={key === 'name' ? first : undefined}
        id={`${id}-${key}`}
        type="text"
        dir="auto"
        required={key === 'name'}
        pattern={key === 'name' ? '.*\\S.*' : undefined}
        maxLength={longest}
        list={key === 'host' ? `${id}-hosts` : undefined}
        value={written[key]}
        onChange={({ target }) => {
          setWritten({ ...written, [key]: target.value });
          if (key === 'host') find({ kind: 'findHost', text: target.value });
        }}
      />
    </div>
  );
  return (
    <section className="visit" aria-labelledby={`${id}-title`}>
      <div className="head">
        <h2 id={`${id}-title`}>{said.title}</h2>
        <button type="button" className="close" onClick={onClose}>
          <X aria-hidden="true" className="icon" />
          <span className="unseen">{words.today.visit.close}</span>
        </button>
      </div>
      <p className="quiet">{said.more}</p>
      <form className="new-visitor" autoComplete="off" onSubmit={submit} onKeyDown={({ key }) => key === 'Escape' && onClose()}>
        {field('name', words.inside.name)}
        {field('company', words.inside.company)}
        {field('host', words.inside.host)}
        <datalist id={`${id}-hosts`}>
          {hosts.map((host) => (
            <option key={host.id} value={host.name} />
          ))}
        </datalist>
        {field('purpose', words.today.visit.purpose)}
        <label className="check">
          <input type="checkbox" checked={hasAccepted} onChange={({ target }) => setHasAccepted(target.checked)} />
          {said.accepted}
        </label>
        <button type="submit" className="main" aria-disabled={asked === 'asked'}>
          {asked === 'asked' ? words.needs.asked : said.letIn}
        </button>
        <p role="status">{asked === 'late' && words.needs.late}</p>
      </form>
    </section>
  );
}
