import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DayRow, VisitOpen } from '../../../electron/contract/desk-today.ts';
import { Act } from '../Act.tsx';
import type { Speech } from '../speech.ts';
import { Text } from '../Text.tsx';
import { Correcting } from './Correcting.tsx';
import { Group } from './Group.tsx';
import { History } from './History.tsx';

/** One visit: who, whom, when, where, what a person can do now, and all that happened. */
export function VisitOpened(props: {
  readonly open: VisitOpen;
  readonly speech: Speech;
  readonly onClose: () => void;
  readonly onAct: (kind: 'visitIn' | 'visitOut', row: DayRow) => void;
}): ReactNode {
  const { open, speech, onClose, onAct } = props;
  const { row, code, to, group, badge } = open;
  const { words } = speech;
  const { visit: said } = words.today;
  const place = [open.building, open.floor, open.room].filter(Boolean).join(' · ');
  const facts = [
    [words.inside.company, row.company],
    [words.inside.host, row.host],
    [said.when, `${speech.exact(row.from)} – ${speech.exact(to)}`],
    [said.where, place],
    [said.purpose, open.purpose],
    [said.code, grouped(code)],
  ] as const;
  return (
    <section className="visit" aria-labelledby="visit" data-row={row.badge} tabIndex={-1}>
      <div className="head">
        <h2 id="visit">
          <Text>{row.name}</Text>
        </h2>
        <button type="button" className="close" onClick={onClose}>
          <X aria-hidden="true" className="icon" />
          <span className="unseen">{said.close}</span>
        </button>
      </div>
      <div className="acts">
        {open.mayCheckIn && (
          <button type="button" className="main" onClick={() => onAct('visitIn', row)}>
            {row.state === 'left' ? said.comesBack : said.checkIn}
          </button>
        )}
        {open.mayCheckOut && (
          <button type="button" className="main" onClick={() => onAct('visitOut', row)}>
            {said.checkOut}
          </button>
        )}
        {badge?.mayRepeat && (
          <Act key={badge.print} intent={{ kind: 'printAgain', print: badge.print }} words={words.needs}>
            {said.again}
          </Act>
        )}
      </div>
      {row.isBlocked && <p className="stop">{said.isBlocked}</p>}
      <dl className="particulars">
        {facts.map(
          ([label, text]) =>
            text !== undefined &&
            text !== '' && (
              <div key={label}>
                <dt>{label}</dt>
                <dd dir="auto">{text}</dd>
              </div>
            ),
        )}
        {badge && (
          <div>
            <dt>{said.badge}</dt>
            <dd>{words.prints.state[badge.state]}</dd>
          </div>
        )}
      </dl>
      {badge?.picture !== undefined && (
        <img className="badge-picture" src={badge.picture} alt={words.prints.pictureOf(row.name)} draggable={false} />
      )}
      {group && <Group badge={row.badge} group={group} speech={speech} />}
      <History open={open} speech={speech} />
      {row.visit !== undefined && open.corrections.length > 0 && (
        <Correcting visit={row.visit} corrections={open.corrections} at={row.at ?? row.from} speech={speech} />
      )}
    </section>
  );
}

/** Codes are read aloud: in groups of three. */
const grouped = (code: string): string => code.replace(/(.{3})(?=.)/gu, '$1 ');
