import { UserPlus } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { dayStates } from '../../../electron/contract/desk-limits.ts';
import type { DayFilter, TodayPage } from '../../../electron/contract/desk-today.ts';
import { SearchField } from '../SearchField.tsx';
import type { Speech } from '../speech.ts';

const filters = ['all', ...dayStates] as const;

/** The search over name, company, host and code, and who is shown: each with how many there are. */
export function Finding(props: {
  readonly page: TodayPage;
  readonly search: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onFind: (wanted: { search?: string; filter?: DayFilter }) => void;
  /** Down from the search, into the list. */
  readonly onList: () => void;
  readonly onEnter: () => void;
  readonly speech: Speech;
}): ReactNode {
  const { page, search, field, onFind, onList, onEnter, speech } = props;
  const { words, number } = speech;
  const { today } = words;
  const { counts, filter, found, dashboard, list } = page;
  const all = counts.expected + counts.inside + counts.left + counts.noShow;
  return (
    <>
      <SearchField
        ref={field}
        label={today.search}
        hint={today.searchHint}
        search={search}
        onSearch={(wanted) => onFind({ search: wanted })}
        onDown={onList}
        clear={today.clear}
        found={today.found(found, number(found))}
      >
        <button type="button" onClick={onEnter}>
          <UserPlus aria-hidden="true" className="icon" />
          {today.newVisitor.open}
        </button>
      </SearchField>
      <fieldset className="filters">
        <legend className="unseen">{today.show}</legend>
        {filters.map((one) => (
          <button key={one} type="button" aria-pressed={one === filter} onClick={() => onFind({ filter: one })}>
            {today.filter[one]} <span className="count">{number(one === 'all' ? all : counts[one])}</span>
          </button>
        ))}
      </fieldset>
      {dashboard && (
        <p className="quiet">
          {today.dashboard(dayStates.map((state) => `${today.filter[state]} ${number(dashboard[state])}`).join(' · '))}
        </p>
      )}
      {list.state !== 'whole' && !(list.state === 'coming' && found === 0) && (
        <p className="quiet" role="status">
          {list.state === 'coming' ? today.coming : today.recordedOnly}
        </p>
      )}
    </>
  );
}
