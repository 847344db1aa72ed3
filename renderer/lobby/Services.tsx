import { Check, Plus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { ServiceShown } from '../../electron/contract/lobby.ts';
import { send } from '../bridge.ts';
import { Name } from '../parts/Name.tsx';

/** What a visitor may ask reception for, each a button that stays pressed. It is noted with the check-in; nobody is called. */
export function Services(props: { readonly services: readonly ServiceShown[]; readonly question: string }): ReactNode {
  const question = useId();
  return (
    <section className="services" aria-labelledby={question}>
      <h2 id={question}>{props.question}</h2>
      <div className="chips" aria-live="off">
        {props.services.map(({ id, name, wanted }) => {
          const Icon = wanted ? Check : Plus;
          return (
            <button type="button" key={id} aria-pressed={wanted} onClick={() => send({ kind: 'service', id, wanted: !wanted })}>
              <Icon aria-hidden="true" className="icon" />
              <span className="clamped">
                <Name>{name}</Name>
              </span>
            </button>
          );
        })}
      </div>
    </section>
  );
}
