import type { ReactNode } from 'react';
import { type DeskPageKind, deskPages } from '../../electron/contract/desk-limits.ts';
import { send } from '../bridge.ts';
import type { Speech } from './speech.ts';

/** The pages of the desk. How many things wait for a person stands on the first, where they are. */
export function Pages(props: { readonly shown: DeskPageKind; readonly needs: number; readonly speech: Speech }): ReactNode {
  const { shown, needs, speech } = props;
  const { words, number } = speech;
  return (
    <nav className="pages" aria-label={words.pages.name}>
      {deskPages.map((page) => (
        <button
          key={page}
          type="button"
          aria-current={page === shown ? 'page' : undefined}
          onClick={() => send({ kind: 'page', page })}
        >
          {words.pages[page]}
          {page === 'today' && needs > 0 && <span className="count">{number(needs)}</span>}
        </button>
      ))}
    </nav>
  );
}
