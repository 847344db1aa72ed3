import type { ReactNode } from 'react';
import type { FiguresPage } from '../../../electron/contract/desk-figures.ts';
import type { Speech } from '../speech.ts';

const states = ['expected', 'inside', 'left', 'noShow'] as const;

/** How many stand where, by this kiosk and by the server's own dashboard. */
export function Counts({ page, speech }: { readonly page: FiguresPage; readonly speech: Speech }): ReactNode {
  const { words, number } = speech;
  const said = words.figures.counts;
  const { counts, dashboard } = page;
  return (
    <section className="counted" aria-labelledby="counted">
      <h2 id="counted">{said.title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.where}</th>
            <th scope="col" className="amount">
              {said.here}
            </th>
            {dashboard && (
              <th scope="col" className="amount">
                {said.there}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {states.map((state) => (
            <tr key={state}>
              <th scope="row">{words.today.filter[state]}</th>
              <td className="amount">{number(counts[state])}</td>
              {dashboard && <td className="amount">{number(dashboard[state])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {!dashboard && <p className="quiet">{said.silent}</p>}
    </section>
  );
}
