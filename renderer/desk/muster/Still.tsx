import type { ReactNode } from 'react';
import type { InsidePage, MusterRow } from '../../../electron/contract/desk-muster.ts';
import type { Speech } from '../speech.ts';
import { matching } from './matching.ts';
import { Present } from './Present.tsx';
import { placeOf, places } from './places.ts';

const keyed = (rows: readonly MusterRow[]) => rows.map((row) => ({ ...row, key: row.visit }));

/** Those in the building, while no muster is taken; or those of the last one, by what came of it. */
export function Still(props: {
  readonly page: InsidePage;
  /** The rows that fit the search. */
  readonly fits: readonly MusterRow[];
  readonly speech: Speech;
}): ReactNode {
  const { page, fits, speech } = props;
  const { muster } = speech.words;
  const counts = page.isReport ? page.last?.counts : undefined;
  if (!counts && page.rows.length === 0) return <p className="nothing">{muster.nobody}</p>;
  if (fits.length === 0 && page.rows.length > 0) return <p className="nothing">{muster.nobodyFits}</p>;
  if (!counts) return <Present people={keyed(fits)} speech={speech} />;
  return places.map((place) => {
    const rows = fits.filter((row) => placeOf(row) === place);
    if (rows.length === 0) return null;
    return (
      <section key={place} className={`muster-group ${place}`} aria-labelledby={`muster-${place}`}>
        <h3 id={`muster-${place}`}>
          {muster.groups[place]} <span className="count">{speech.number(counts[place])}</span>
        </h3>
        <Present people={keyed(rows)} ofMuster={place} speech={speech} />
      </section>
    );
  });
}

/** Whom only Bookings ONE says to be in; nothing where a search fits none of them. */
export function ElsewhereList(props: { readonly page: InsidePage; readonly search: string; readonly speech: Speech }): ReactNode {
  const { page, search, speech } = props;
  const { muster } = speech.words;
  const { title, more, none } = muster.elsewhere;
  const { elsewhere, elsewhereHidden, list } = page;
  // Without a list of theirs it is said above that nothing is known.
  if (elsewhere.length === 0 && list.state !== 'whole') return null;
  const rows = matching(elsewhere, search);
  if (elsewhere.length > 0 && rows.length === 0 && elsewhereHidden === 0) return null;
  return (
    <section className="muster-group elsewhere" aria-labelledby="muster-elsewhere">
      <h3 id="muster-elsewhere">
        {title} <span className="count">{speech.number(elsewhere.length + elsewhereHidden)}</span>
      </h3>
      <p className="quiet">{elsewhere.length === 0 ? none : more}</p>
      {rows.length > 0 && <Present people={rows.map((row) => ({ ...row, key: row.badge }))} speech={speech} />}
      {elsewhereHidden > 0 && <p className="shown">{muster.more(elsewhereHidden, speech.number(elsewhereHidden))}</p>}
    </section>
  );
}
