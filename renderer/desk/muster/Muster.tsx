import { type ReactNode, useRef, useState } from 'react';
import { SearchField } from '../SearchField.tsx';
import type { Speech } from '../speech.ts';
import { Acts } from './Acts.tsx';
import { matching } from './matching.ts';
import { Report, whenBy } from './Report.tsx';
import { progressOf, Sheet, type SheetProps } from './Sheet.tsx';
import { ElsewhereList, Still } from './Still.tsx';
import { Ticking } from './Ticking.tsx';
import { Unknown } from './Unknown.tsx';
import { usePrinting } from './use-printing.ts';

/** Who is in the building, the muster that is taken of them, and what came of the last one. */
export function Muster(props: SheetProps): ReactNode {
  const { screen, page, speech } = props;
  const { running, last, isReport } = page;
  const { muster } = speech.words;
  const [search, setSearch] = useState('');
  const [isPrinting, print] = usePrinting();
  const section = useRef<HTMLElement>(null);
  const fits = matching(page.rows, search);
  const all = page.rows.length + page.hidden;

  return (
    <>
      <section ref={section} className="muster" aria-labelledby="muster">
        <Title page={page} all={all} speech={speech} />
        <Acts page={page} onPrint={screen.leave === 'toLobby' ? undefined : print} speech={speech} />
        <p className="muster-progress" role="status">
          {running ? progressOf(running, speech) : isReport && last && progressOf(last, speech)}
        </p>
        {running && <Begun running={running} speech={speech} />}
        {isReport && last && <Report last={last} listed={all} speech={speech} />}
        {!isReport && <Unknown screen={screen} page={page} speech={speech} />}
        {page.rows.length > 0 && (
          <SearchField
            label={muster.search}
            search={search}
            onSearch={setSearch}
            onDown={() => section.current?.querySelector<HTMLElement>('[data-visit][tabindex="0"]')?.focus()}
            onEscape={() => setSearch('')}
            clear={muster.clear}
            found={muster.fits(fits.length, speech.number(fits.length))}
          />
        )}
        {running ? (
          <Ticking key={running.id} page={page} running={running} search={search} speech={speech} />
        ) : (
          <Still page={page} fits={fits} speech={speech} />
        )}
        {!isReport && <ElsewhereList page={page} search={search} speech={speech} />}
      </section>
      {isPrinting && <Sheet {...props} />}
    </>
  );
}

function Title({ page, all, speech }: Pick<SheetProps, 'page' | 'speech'> & { readonly all: number }): ReactNode {
  const { muster } = speech.words;
  if (page.running) return <h2 id="muster">{muster.running.title}</h2>;
  if (page.isReport) return <h2 id="muster">{muster.report.title}</h2>;
  return (
    <h2 id="muster">
      {muster.title} <span className="count">{speech.number(all)}</span>
    </h2>
  );
}

function Begun(props: { readonly running: NonNullable<SheetProps['page']['running']>; readonly speech: Speech }): ReactNode {
  const { running, speech } = props;
  const { how, begun } = speech.words.muster.running;
  return (
    <p className="quiet">
      {whenBy(begun(speech.exact(running.begunAt)), running.by, speech)}
      {' · '}
      {how}
    </p>
  );
}
