import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { DayRow, TodayPage } from '../../../electron/contract/desk-today.ts';
import type { TodayWords } from '../../words/today/words.ts';
import type { Speech } from '../speech.ts';
import { DayListRow } from './DayListRow.tsx';

/** So many rows beyond the edge are drawn, and so many more are asked for before they are needed. */
const overscan = 4;
const ahead = 30;
/** As tall as a row is before it was measured (CSS px). */
const guess = 36;

/**
 * The list of the day. Only what is seen is drawn, and only what is near it is in the page at all: main has the rest. One row can be reached by Tab; the arrows
 * move from there.
 */
export function DayList(props: {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly page: TodayPage;
  readonly speech: Speech;
  /** The visit that is open. */
  readonly shown: string | undefined;
  readonly onFrom: (from: number) => void;
  readonly onShow: (badge: string) => void;
}): ReactNode {
  const { ref, page, speech, shown, onFrom, onShow } = props;
  const { rows, from, found, search, filter } = page;
  const { words } = speech;
  const [current, setCurrent] = useState(0);
  const [hasFocus, setHasFocus] = useState(false);
  const at = Math.min(current, Math.max(0, found - 1));
  const virtual = useVirtualizer({ count: found, getScrollElement: () => ref.current, estimateSize: () => guess, overscan });
  const drawn = virtual.getVirtualItems();
  const isScrolled = virtual.getTotalSize() > (virtual.scrollRect?.height ?? Number.POSITIVE_INFINITY);
  const [first, last] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0];
  const rowAt = (index: number): DayRow | undefined => rows[index - from];

  const isMissing = found > 0 && (rowAt(first) === undefined || rowAt(last) === undefined);
  const asked = useRef<number>(undefined);
  useEffect(() => {
    const wanted = Math.max(0, first - ahead);
    if (!isMissing || asked.current === wanted) return;
    asked.current = wanted;
    onFrom(wanted);
  });
  useEffect(() => {
    if (!isMissing) asked.current = undefined;
  }, [isMissing]);

  // Another search begins at its first.
  const begun = useRef(`${search}\n${filter}`);
  useEffect(() => {
    if (begun.current === `${search}\n${filter}`) return;
    begun.current = `${search}\n${filter}`;
    setCurrent(0);
    virtual.scrollToIndex(0);
  }, [search, filter, virtual]);

  const move = (to: number) => {
    const next = Math.max(0, Math.min(found - 1, to));
    setCurrent(next);
    virtual.scrollToIndex(next);
    const row = rowAt(next);
    // Who looks at a visit goes on to the next one with the list.
    if (shown !== undefined && row) onShow(row.badge);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, last - first - overscan * 2);
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: found - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      event.preventDefault();
      move(to);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const row = rowAt(at);
      if (row) onShow(row.badge);
    }
  };

  const active = rowAt(at);
  return (
    <div className="day-part">
      {/* Seen alone: the words of a row say by themselves what they are. */}
      <div className={isScrolled ? 'day-heads beside-bar' : 'day-heads'} aria-hidden="true">
        <span>{words.today.columns.when}</span>
        <span>{words.inside.name}</span>
        <span>{words.inside.company}</span>
        <span>{words.inside.host}</span>
        <span>{words.today.columns.state}</span>
      </div>
      <div
        ref={ref}
        className="day-list"
        role="listbox"
        tabIndex={0}
        aria-label={words.today.title}
        aria-activedescendant={hasFocus && active ? idOf(active) : undefined}
        onKeyDown={onKeyDown}
        onFocus={() => setHasFocus(true)}
        onBlur={() => setHasFocus(false)}
      >
        {/* A list is none without anything in it: what it says of nobody is its one line. */}
        {found === 0 && (
          <div role="option" className="nothing" aria-disabled="true" aria-selected={false} tabIndex={-1}>
            {nothingOf(page, words.today)}
          </div>
        )}
        <div role="presentation" className="whole" style={{ height: virtual.getTotalSize() }}>
          {drawn.map(({ index, start }) => {
            const row = rowAt(index);
            return (
              <div
                key={row?.badge ?? `empty-${index}`}
                ref={virtual.measureElement}
                data-index={index}
                className="place"
                role="presentation"
                style={{ transform: `translateY(${start}px)` }}
              >
                {row ? (
                  <DayListRow
                    id={idOf(row)}
                    row={row}
                    position={index + 1}
                    of={found}
                    isCurrent={hasFocus && index === at}
                    isShown={row.badge === shown}
                    speech={speech}
                    onPress={() => {
                      setCurrent(index);
                      onShow(row.badge);
                    }}
                  />
                ) : (
                  <div className="day-row empty" />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Of a list that is still on its way nothing is known but that. */
function nothingOf({ list, search, filter }: TodayPage, said: TodayWords): string {
  if (search !== '' || filter !== 'all') return said.nobodyFound;
  return list.state === 'coming' ? said.coming : list.state === 'recordedOnly' ? said.nobodyRecorded : said.nobody;
}

const idOf = ({ badge }: DayRow): string => `day-${badge}`;
