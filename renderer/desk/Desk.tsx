import { UserRound } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { ClosedDeskScreen } from '../../electron/contract/closed-desk.ts';
import type { DeskScreen } from '../../electron/contract/desk.ts';
import type { Language } from '../../electron/contract/language.ts';
import { Name } from '../parts/Name.tsx';
import type { DeskWords } from '../words/desk/words.ts';
import { Closed } from './Closed.tsx';
import { DeskRow } from './DeskRow.tsx';
import { needsOf } from './needs.ts';
import { Pages } from './Pages.tsx';
import { ShownPage } from './ShownPage.tsx';
import { speechIn } from './speech.ts';
import { Text } from './Text.tsx';
import { useNow } from './use-now.ts';
import { usePresence } from './use-presence.ts';
import { useTitle } from './use-title.ts';
import '../style/desk.css';
import '../style/desk-status.css';
import '../style/desk-tables.css';
import '../style/desk-differences.css';
import '../style/desk-prints.css';
import '../style/desk-today.css';
import '../style/desk-muster.css';
import '../style/desk-figures.css';
import '../style/desk-narrow.css';
import '../style/desk-closed.css';

export interface DeskProps {
  readonly screen: DeskScreen;
  readonly language: Language;
  readonly site: string | undefined;
}

/** An open desk, or one that is closed. */
export type AnyDeskProps = Omit<DeskProps, 'screen'> & { readonly screen: DeskScreen | ClosedDeskScreen };

/** The desk, or that it is closed. */
export function Desk({ screen, language, site }: AnyDeskProps): ReactNode {
  return screen.kind === 'closedDesk' ? (
    <Closed screen={screen} language={language} site={site} />
  ) : (
    <Open screen={screen} language={language} site={site} />
  );
}

/** How the kiosk stands, what waits for a person, who is in the building. Still: it changes where something has changed, and only there. */
function Open({ screen, language, site }: DeskProps): ReactNode {
  const now = useNow();
  usePresence(screen.leave !== undefined);
  useTitle(screen.requests.filter(({ kind }) => kind !== 'wish').length);
  const speech = useMemo(() => speechIn(language, now), [language, now]);
  const [exactTimes, setExactTimes] = useState(false);
  const { words, number } = speech;
  const title = useRef<HTMLHeadingElement>(null);
  const isEntered = screen.staff !== undefined;
  // Whoever came in by PIN pressed a key of a screen that is gone.
  useEffect(() => {
    if (isEntered) title.current?.focus({ preventScroll: true });
  }, [isEntered]);
  return (
    <div className={exactTimes ? 'desk exact-times' : 'desk'}>
      <header>
        <h1 ref={title} tabIndex={-1}>
          {words.title}
        </h1>
        <Pages shown={screen.page.kind} needs={needsOf(screen)} speech={speech} />
        {site !== undefined && (
          <p>
            <Name>{site}</Name>
          </p>
        )}
        <p className={screen.staff === undefined ? 'who nobody' : 'who'}>
          <UserRound aria-hidden="true" className="icon" />
          <Text>{screen.staff ?? words.nobody}</Text>
        </p>
        <p role="status" className="unseen">
          {words.summary(words.server[screen.server.state], number(needsOf(screen)))}
        </p>
      </header>
      <main className={screen.page.kind}>
        <ShownPage screen={screen} language={language} site={site} speech={speech} />
      </main>
      <DeskRow
        language={language}
        words={words}
        exactTimes={exactTimes}
        onExactTimes={() => setExactTimes(!exactTimes)}
        leave={leaveOf(screen, words)}
      />
    </div>
  );
}

function leaveOf({ leave, staff }: DeskScreen, words: DeskWords): string | undefined {
  if (leave === undefined) return undefined;
  return leave === 'toLobby' && staff !== undefined ? words.leave(staff) : words.close(staff);
}
