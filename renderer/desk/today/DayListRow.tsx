import { Ban, CalendarClock, CircleCheck, CircleDashed, LogOut, type LucideIcon } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { DayRow, DayState } from '../../../electron/contract/desk-today.ts';
import type { Speech } from '../speech.ts';
import { Text } from '../Text.tsx';
import { When } from '../When.tsx';

const icons: Record<DayState, LucideIcon> = { expected: CalendarClock, inside: CircleCheck, left: LogOut, noShow: CircleDashed };

interface RowProps {
  readonly id: string;
  readonly row: DayRow;
  readonly position: number;
  readonly of: number;
  readonly isCurrent: boolean;
  readonly isShown: boolean;
  readonly speech: Speech;
  readonly onPress: () => void;
}

/** One person of the day: when they are expected, who they are, and where they are now, in a word and a picture. */
export const DayListRow = memo(Row, isSame);

function Row({ id, row, position, of, isCurrent, isShown, speech, onPress }: RowProps): ReactNode {
  const { name, company, host, from, isBlocked } = row;
  const Icon = isBlocked ? Ban : icons[row.state];
  const marks = [isCurrent && 'current', isShown && 'opened', isBlocked ? 'stop' : row.state].filter(Boolean);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list that it is in takes the keys.
    <div
      id={id}
      className={`day-row ${marks.join(' ')}`}
      role="option"
      aria-selected={isShown}
      aria-posinset={position}
      aria-setsize={of}
      tabIndex={-1}
      onClick={onPress}
    >
      <span className="time">{speech.exact(from)}</span>
      <span className="who">
        <Text>{name}</Text>
      </span>
      <span className="company">
        <Text>{company}</Text>
      </span>
      <span className="host">
        <Text>{host}</Text>
      </span>
      <span className="where">
        <Icon aria-hidden="true" className="icon" />
        <span>
          {stateOf(row, speech)}
          {row.at !== undefined && (
            <>
              {' · '}
              <When iso={row.at} speech={speech} />
            </>
          )}
        </span>
      </span>
    </div>
  );
}

function stateOf({ state, isLate, isBlocked, isWalkIn }: DayRow, { words }: Speech): string {
  const { today } = words;
  const parts = [isBlocked ? today.blocked : today.filter[state], isLate && today.late, isWalkIn && today.walkIn];
  return parts.filter((part) => part !== false).join(' · ');
}

/** A row is drawn anew where something of it has changed: main sends all rows with every snapshot. */
function isSame(before: RowProps, after: RowProps): boolean {
  return (
    before.isCurrent === after.isCurrent &&
    before.isShown === after.isShown &&
    before.position === after.position &&
    before.of === after.of &&
    before.speech === after.speech &&
    JSON.stringify(before.row) === JSON.stringify(after.row)
  );
}
