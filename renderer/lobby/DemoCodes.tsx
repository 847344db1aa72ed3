import type { ReactNode } from 'react';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { Words } from '../words/words.ts';

/** Demo mode only: codes that a person can try, and what each of them shows. */
export function DemoCodes(props: { readonly codes: NonNullable<Snapshot['demo']>; readonly words: Words['welcome'] }): ReactNode {
  return (
    <section className="demo" aria-labelledby="demo-codes">
      <h2 id="demo-codes">{props.words.demo}</h2>
      <p>{props.words.demoMore}</p>
      <ul>
        {props.codes.map(({ code, shows }) => (
          <li key={code}>
            <code>{code}</code>
            <span>{shows}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
