import { Search } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { longestSearch } from '../../../electron/contract/desk-limits.ts';
import type { Speech } from '../speech.ts';

/** The search over those in the list. Escape clears it; down goes into the list. */
export function Searching(props: {
  readonly search: string;
  readonly fits: number;
  readonly onSearch: (search: string) => void;
  readonly onDown: () => void;
  readonly speech: Speech;
}): ReactNode {
  const { search, fits, onSearch, onDown, speech } = props;
  const { muster } = speech.words;
  const id = useId();
  return (
    <div className="search">
      <label htmlFor={id}>
        <Search aria-hidden="true" className="icon" />
        <span className="unseen">{muster.search}</span>
      </label>
      <input
        id={id}
        type="search"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        placeholder={muster.search}
        maxLength={longestSearch}
        value={search}
        onChange={({ target }) => onSearch(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onSearch('');
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          onDown();
        }}
      />
      {search !== '' && (
        <button type="button" onClick={() => onSearch('')}>
          {muster.clear}
        </button>
      )}
      <p role="status">{search !== '' && muster.fits(fits, speech.number(fits))}</p>
    </div>
  );
}
