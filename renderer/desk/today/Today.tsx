import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { DayFilter, DayRow, TodayPage } from '../../../electron/contract/desk-today.ts';
import { send } from '../../bridge.ts';
import type { Speech } from '../speech.ts';
import { useLatest } from '../use-latest.ts';
import { DayList } from './DayList.tsx';
import { Finding } from './Finding.tsx';
import { type Done, JustDone } from './JustDone.tsx';
import { Keys } from './Keys.tsx';
import { NewVisitor } from './NewVisitor.tsx';
import { useDeskKeys } from './use-desk-keys.ts';
import { VisitOpened } from './VisitOpened.tsx';

/** Everybody of today: search, list, and the visit that is looked at. */
export function Today({ page, speech }: { readonly page: TodayPage; readonly speech: Speech }): ReactNode {
  const { words } = speech;
  const { open } = page;
  const tell = useLatest();
  // What is being typed is ahead of what main has answered.
  const [search, setSearch] = useState(page.search);
  const [done, setDone] = useState<Done>();
  const [isEntering, setIsEntering] = useState(false);
  // Whoever was let in is shown as soon as main says so.
  const opened = open?.row.badge;
  const openedBefore = useRef(opened);
  useEffect(() => {
    if (opened !== openedBefore.current && opened !== undefined) setIsEntering(false);
    openedBefore.current = opened;
  }, [opened]);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const find = (wanted: { search?: string; filter?: DayFilter; from?: number }) => {
    if (wanted.search !== undefined) setSearch(wanted.search);
    tell({ kind: 'list', search, filter: page.filter, from: 0, ...wanted });
  };
  const show = (badge: string | undefined) => send(badge === undefined ? { kind: 'visit' } : { kind: 'visit', badge });
  const act = (kind: 'visitIn' | 'visitOut', { badge, name, state, isBlocked }: DayRow) => {
    const isAllowed = kind === 'visitIn' ? state !== 'inside' && !isBlocked : state === 'inside';
    if (!isAllowed) return;
    setDone({ kind, badge, name });
    send({ kind, badge });
  };
  const keys = useDeskKeys({
    search: () => field.current?.select(),
    escape: () => (isEntering ? setIsEntering(false) : open ? show(undefined) : find({ search: '' })),
    enter: () => setIsEntering(true),
    scanned: (code) => find({ search: code, filter: 'all' }),
    checkIn: () => open && act('visitIn', open.row),
    checkOut: () => open && act('visitOut', open.row),
    print: () => open?.badge?.mayRepeat && send({ kind: 'printAgain', print: open.badge.print }),
  });

  return (
    <section className={open || isEntering ? 'day opened' : 'day'} aria-labelledby="day">
      <h2 id="day" className="unseen">
        {words.today.title}
      </h2>
      <div className="finding">
        <Finding
          page={page}
          search={search}
          field={field}
          onFind={find}
          onList={() => list.current?.focus()}
          onEnter={() => setIsEntering(true)}
          speech={speech}
        />
        <JustDone done={done} rows={open ? [open.row, ...page.rows] : page.rows} words={words} />
      </div>
      <DayList
        ref={list}
        page={page}
        speech={speech}
        shown={open?.row.badge}
        onFrom={(from) => find({ from })}
        onShow={show}
        onAct={act}
      />
      {isEntering && <NewVisitor hosts={page.hosts} speech={speech} onClose={() => setIsEntering(false)} />}
      {!isEntering && open && (
        <VisitOpened key={open.row.badge} open={open} speech={speech} onClose={() => show(undefined)} onAct={act} />
      )}
      <Keys isOpen={keys.isHelpOpen} onClose={keys.closeHelp} isUsed={keys.isUsed} onUse={keys.use} words={words.today.keys} />
    </section>
  );
}
