import { Search } from 'lucide-react';
import { type ReactNode, type Ref, useId } from 'react';
import { longestSearch } from '../../electron/contract/desk-limits.ts';

/** A search over a list: down, or Enter, goes into it. What else can be pressed stands beside the field, a way to empty it, and what came of the search. */
export function SearchField(props: {
  readonly label: string;
  /** What can be searched for, where the label does not say. */
  readonly hint?: string;
  readonly search: string;
  readonly ref?: Ref<HTMLInputElement>;
  readonly onSearch: (search: string) => void;
  readonly onDown: () => void;
  readonly onEscape?: () => void;
  readonly clear: string;
  readonly found: string;
  readonly children?: ReactNode;
}): ReactNode {
  const { label, hint = label, search, ref, onSearch, onDown, onEscape, clear, found, children } = props;
  const id = useId();
  return (
    <div className="search">
      <label htmlFor={id}>
        <Search aria-hidden="true" className="icon" />
        <span className="unseen">{label}</span>
      </label>
      <input
        ref={ref}
        id={id}
        type="search"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        placeholder={hint}
        maxLength={longestSearch}
        value={search}
        onChange={({ target }) => onSearch(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onEscape?.();
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          onDown();
        }}
      />
      {children}
      {search !== '' && (
        <button
          type="button"
          onClick={() => {
            onSearch('');
            document.getElementById(id)?.focus();
          }}
        >
          {clear}
        </button>
      )}
      <p role="status">{search !== '' && found}</p>
    </div>
  );
}
