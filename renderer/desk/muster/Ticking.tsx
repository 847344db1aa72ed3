import { Check, LogOut, Square } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactNode, useCallback, useRef, useState } from 'react';
import type { InsidePage, MusterRow } from '../../../electron/contract/desk-muster.ts';
import { Name } from '../../parts/Name.tsx';
import type { Speech } from '../speech.ts';
import { useInTurn } from '../use-in-turn.ts';
import { matching } from './matching.ts';
import { placeOf, places } from './places.ts';
import { useMoved } from './use-moved.ts';
import { usePlaces } from './use-places.ts';

/** So many rows up or down for a page. */
const leap = 10;

/**
 * Everybody of a running muster, those missing first: each row is one big button. One of them can be reached by Tab; the arrows go on from there.
 */
export function Ticking(props: {
  readonly page: InsidePage;
  readonly running: NonNullable<InsidePage['running']>;
  readonly search: string;
  readonly speech: Speech;
}): ReactNode {
  const { page, running, search, speech } = props;
  const { words, number } = speech;
  const { muster } = words;
  const tell = useInTurn();
  const { placed, touched } = usePlaces(page.rows);
  const [current, setCurrent] = useState<string>();
  const list = useRef<HTMLDivElement>(null);

  const found = matching(page.rows, search).filter(({ visit }) => placed.has(visit));
  const groups = places.map((place) => [place, found.filter(({ visit }) => placed.get(visit) === place)] as const);
  const drawn = groups.flatMap(([, rows]) => rows);
  useMoved(list, drawn.map(({ visit }) => visit).join());
  const stop = drawn.some(({ visit }) => visit === current) ? current : drawn[0]?.visit;

  const tick = useCallback(
    (row: MusterRow) => {
      touched();
      tell({ kind: 'musterTick', visit: row.visit, found: row.foundAt === undefined });
    },
    [tell, touched],
  );
  const arrive = useCallback(
    (visit: string) => {
      setCurrent(visit);
      touched();
    },
    [touched],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    // A key that is held down would tick and take back, again and again.
    if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-visit]') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + leap,
      PageUp: at - leap,
      Home: 0,
      End: buttons.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined || at === -1) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(buttons.length - 1, to))]?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons within it are what is used; it hears their arrows.
    <div ref={list} className="muster-lists" onKeyDown={onKeyDown}>
      {groups.map(
        ([place, rows]) =>
          (rows.length > 0 || place === 'missing') && (
            <section key={place} className={`muster-group ${place}`} aria-labelledby={`muster-${place}`}>
              <h3 id={`muster-${place}`}>
                {muster.groups[place]} <span className="count">{number(running.counts[place])}</span>
              </h3>
              {place === 'missing' && running.counts.missing === 0 && rows.length === 0 && (
                <p className="nothing">
                  <Check aria-hidden="true" className="icon good" />
                  {muster.allFound}
                </p>
              )}
              {place === 'missing' && running.counts.missing > 0 && found.length === 0 && search !== '' && (
                <p className="nothing">{muster.nobodyFits}</p>
              )}
              <ul>
                {rows.map((row) => (
                  <Tick key={row.visit} row={row} isStop={row.visit === stop} speech={speech} onTick={tick} onArrive={arrive} />
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  );
}

interface TickProps {
  readonly row: MusterRow;
  /** Tab comes to it. */
  readonly isStop: boolean;
  readonly speech: Speech;
  readonly onTick: (row: MusterRow) => void;
  readonly onArrive: (visit: string) => void;
}

const icons = { missing: Square, found: Check, left: LogOut };

/** One person to be found. */
const Tick = memo(function TickRow({ row, isStop, speech, onTick, onArrive }: TickProps): ReactNode {
  const { visit, name, company, host, since, closedAt, foundAt, leftAt } = row;
  const { muster } = speech.words;
  const place = placeOf(row);
  const Icon = icons[place];
  return (
    <li>
      <button
        type="button"
        className={`muster-tick ${place}`}
        data-visit={visit}
        tabIndex={isStop ? 0 : -1}
        aria-pressed={foundAt !== undefined}
        onClick={() => onTick(row)}
        onFocus={() => onArrive(visit)}
      >
        <span className="mark">
          <Icon aria-hidden="true" className="icon" />
        </span>
        <span className="who">
          <Name>{name}</Name>
        </span>{' '}
        <span className="from">
          {company !== undefined && <Name>{company}</Name>}
          {company !== undefined && host !== undefined && ' · '}
          {host !== undefined && muster.hostOf(`\u2068${host}\u2069`)}
        </span>{' '}
        <span className="how">
          {[
            foundAt !== undefined && muster.found(speech.exact(foundAt)),
            leftAt !== undefined && muster.left(speech.exact(leftAt)),
            foundAt === undefined && leftAt === undefined && since !== undefined && muster.since(speech.exact(since)),
            closedAt !== undefined && muster.closed,
          ]
            .filter((part) => part !== false)
            .join(' · ')}
        </span>
      </button>
    </li>
  );
}, isSame);

/** Main sends all rows with every snapshot: a row is drawn anew where something of it has changed. */
function isSame(before: TickProps, after: TickProps): boolean {
  return (
    before.isStop === after.isStop && before.speech === after.speech && JSON.stringify(before.row) === JSON.stringify(after.row)
  );
}
