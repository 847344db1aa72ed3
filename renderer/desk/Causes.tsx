import type { ReactNode } from 'react';
import { Cause } from './Cause.tsx';
import { type Caused, reasonsOf } from './needs.ts';
import type { Speech } from './speech.ts';

/** Why what is listed did not work, each reason once, and what a person can do. */
export function Causes({ of, speech }: { readonly of: readonly Caused[]; readonly speech: Speech }): ReactNode {
  return (
    <ul className="causes">
      {reasonsOf(of).map((failure) => (
        <li key={failure}>
          <Cause code={failure} speech={speech} />
        </li>
      ))}
    </ul>
  );
}
