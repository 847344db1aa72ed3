import { ArrowLeft, ArrowRight } from 'lucide-react';
import { type ReactNode, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { send } from '../bridge.ts';
import { Button } from '../parts/Button.tsx';
import { Stage } from '../parts/Stage.tsx';
import type { Words } from '../words/words.ts';
import '../style/details.css';

const longest = 120;
const nothing = { name: '', company: '', host: '' };
const fields = ['name', 'company', 'host'] as const;

/** Who is here without a code: their own words, and no list to choose from. They leave the page with this screen. */
export function Details({ words }: { readonly words: Words }): ReactNode {
  const said = words.details;
  const [written, setWritten] = useState(nothing);
  const [hasAccepted, setHasAccepted] = useState(false);
  const [isEmpty, setIsEmpty] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const [name, company, host] = [written.name.trim(), written.company.trim(), written.host.trim()];
    setIsEmpty(!name);
    if (!name) first.current?.focus();
    else send({ kind: 'details', name, hasAccepted, ...(company && { company }), ...(host && { host }) });
  };
  return (
    <form autoComplete="off" noValidate onSubmit={submit}>
      <Stage
        kind="details"
        sentence={said.sentence}
        more={<span id={`${id}-more`}>{isEmpty ? said.empty : said.more}</span>}
        actions={
          <>
            <Button kind="main" icon={ArrowRight} submit>
              {words.action.continue}
            </Button>
            <Button icon={ArrowLeft} onPress={() => send({ kind: 'back' })}>
              {words.action.back}
            </Button>
          </>
        }
      >
        <div className="written">
          {fields.map((key) => (
            <div key={key} className="line">
              <label htmlFor={`${id}-${key}`}>{said.field[key]}</label>
              <input
                ref={key === 'name' ? first : undefined}
                id={`${id}-${key}`}
                type="text"
                dir="auto"
                autoCapitalize="words"
                spellCheck={false}
                maxLength={longest}
                aria-describedby={key === 'name' ? `${id}-more` : undefined}
                value={written[key]}
                onChange={({ target }) => {
                  setWritten({ ...written, [key]: target.value });
                  // Whoever is writing is still there.
                  send({ kind: 'stay' });
                }}
              />
            </div>
          ))}
          <label className="accept">
            <input type="checkbox" checked={hasAccepted} onChange={({ target }) => setHasAccepted(target.checked)} />
            {said.accept}
          </label>
        </div>
      </Stage>
    </form>
  );
}
