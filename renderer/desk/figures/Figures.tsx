import type { ReactNode } from 'react';
import type { FiguresPage } from '../../../electron/contract/desk-figures.ts';
import type { Speech } from '../speech.ts';
import { Arrivals } from './Arrivals.tsx';
import { Counts } from './Counts.tsx';
import { InsideCurve } from './InsideCurve.tsx';
import { Measures } from './Measures.tsx';
import { TakingOut } from './TakingOut.tsx';

/** The day in pictures and numbers, and the way out for its visits. */
export function Figures({ page, speech }: { readonly page: FiguresPage; readonly speech: Speech }): ReactNode {
  const said = speech.words.figures;
  const { list, periods } = page;
  const isEmpty = list !== 'coming' && periods.every(({ expected, arrived, inside }) => expected + arrived + inside === 0);
  return (
    <>
      <section className="measuring" aria-labelledby="figures">
        <div className="head">
          <h2 id="figures">{said.title}</h2>
          {list === 'coming' && <p>{said.coming}</p>}
          {list === 'recordedOnly' && <p>{said.recordedOnly}</p>}
        </div>
        <Measures page={page} speech={speech} />
        {isEmpty ? (
          <p className="nothing">{said.nothing}</p>
        ) : (
          <div className="charts">
            <Arrivals page={page} speech={speech} />
            <InsideCurve page={page} speech={speech} />
          </div>
        )}
      </section>
      <div className="beside">
        <TakingOut page={page} speech={speech} />
        <Counts page={page} speech={speech} />
      </div>
    </>
  );
}
