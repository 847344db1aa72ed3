import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DeskScreen } from '../../../electron/contract/desk.ts';
import type { InsidePage, MusterRow } from '../../../electron/contract/desk-muster.ts';
import type { Language } from '../../../electron/contract/language.ts';
import { isoWithOffset, momentOf } from '../../../electron/contract/moment.ts';
import { Name } from '../../parts/Name.tsx';
import { wordsIn } from '../../words/words.ts';
import type { Speech } from '../speech.ts';
import { placeOf, places } from './places.ts';
import { unknownOf } from './Unknown.tsx';

export interface SheetProps {
  readonly screen: DeskScreen;
  readonly page: InsidePage;
  readonly language: Language;
  readonly site: string | undefined;
  readonly speech: Speech;
}

/**
 * The list on paper, to carry outside: a box for each, or a tick. What is said above the columns stands on every page of it, as a table's head does:
 * https://www.w3.org/TR/css-tables-3/#repeated-headers
 */
export function Sheet({ screen, page, language, site, speech }: SheetProps): ReactNode {
  const { muster } = speech.words;
  const { columns } = muster;
  const { number } = speech;
  const shown = page.running ?? (page.isReport ? page.last : undefined);
  const title = page.isReport ? muster.report.title : page.running ? muster.running.title : muster.title;
  const whole = wholeIn(language);
  const head = [site, whole(shown?.begunAt) || undefined, muster.sheet.printed(whole(isoWithOffset(new Date())))];
  const groups = shown ? places.map((place) => page.rows.filter((row) => placeOf(row) === place)) : [page.rows];
  return (
    <div className="sheet">
      <table>
        <colgroup>
          {['mark', 'name', 'company', 'host', 'since'].map((column) => (
            <col key={column} className={column} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td colSpan={5}>
              <strong>{title}</strong> · {head.filter((part) => part !== undefined).join(' · ')}
              <br />
              {shown ? progressOf(shown, speech) : muster.sheet.inside(number(page.rows.length + page.hidden))}
            </td>
          </tr>
          <tr>
            <th scope="col">
              <span className="unseen">{columns.seen}</span>
            </th>
            {[columns.name, columns.company, columns.host, columns.since].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        {!page.isReport && (
          <tbody>
            {unknownOf(screen, page, speech).map(({ text }) => (
              <tr key={text} className="note">
                <td colSpan={5}>{text}</td>
              </tr>
            ))}
          </tbody>
        )}
        {groups.map((rows, index) => (
          <tbody key={places[index]}>
            {shown && rows.length > 0 && (
              <tr className="group">
                <th colSpan={5} scope="rowgroup">
                  {muster.groups[places[index] ?? 'missing']} {number(rows.length)}
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <Line key={row.visit} row={row} speech={speech} />
            ))}
          </tbody>
        ))}
        {page.elsewhere.length > 0 && (
          <tbody>
            <tr className="group">
              <th colSpan={5} scope="rowgroup">
                {muster.elsewhere.title} {number(page.elsewhere.length + page.elsewhereHidden)}
              </th>
            </tr>
            {page.elsewhere.map(({ badge, ...person }) => (
              <Line key={badge} row={{ visit: badge, ...person }} speech={speech} />
            ))}
          </tbody>
        )}
      </table>
    </div>
  );
}

function Line({ row, speech }: { readonly row: MusterRow; readonly speech: Speech }): ReactNode {
  const { name, company, host, since, closedAt, foundAt, leftAt } = row;
  const { muster } = speech.words;
  const { exact } = speech;
  const isToFind = placeOf(row) !== 'left';
  const more = [
    foundAt !== undefined && muster.found(exact(foundAt)),
    leftAt !== undefined && muster.left(exact(leftAt)),
    closedAt !== undefined && muster.closed,
  ].filter((part) => part !== false);
  return (
    <tr>
      <td>{isToFind && <span className="box">{foundAt !== undefined && <Check aria-hidden="true" />}</span>}</td>
      <th scope="row">
        <Name>{name}</Name>
        {more.length > 0 && <span className="more"> {more.join(' · ')}</span>}
      </th>
      <td>{company !== undefined && <Name>{company}</Name>}</td>
      <td>{host !== undefined && <Name>{host}</Name>}</td>
      <td>{since !== undefined && exact(since)}</td>
    </tr>
  );
}

/** How many of a muster were found, and how many are missing. */
export function progressOf({ counts }: NonNullable<InsidePage['running']>, { words, number }: Speech): string {
  const { found, missing } = counts;
  const { progress } = words.muster;
  return `${progress.found(number(found), number(found + missing))} · ${progress.missing(number(missing))}`;
}

/** A moment with its day and year, as paper is read later. */
function wholeIn(language: Language): (iso: string | undefined) => string {
  const format = new Intl.DateTimeFormat(wordsIn[language].dates, {
    ...{ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' },
  });
  return (iso) => {
    const moment = iso === undefined ? undefined : momentOf(iso);
    return moment ? format.format(moment.clock) : '';
  };
}
