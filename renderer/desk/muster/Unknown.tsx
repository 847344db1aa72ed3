import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DeskScreen } from '../../../electron/contract/desk.ts';
import type { InsidePage } from '../../../electron/contract/desk-muster.ts';
import { Notices } from '../Notices.tsx';
import type { Speech } from '../speech.ts';

/** What this list cannot know, one sentence each; `loud`: somebody may be missing from it. */
export function unknownOf(screen: DeskScreen, page: InsidePage, speech: Speech): { text: string; isLoud: boolean }[] {
  const { muster } = speech.words;
  const { server } = screen;
  const { list, rows } = page;
  // Also who was found: the list would move under the finger that ticks the last of them.
  const closed = rows.filter(({ closedAt }) => closedAt !== undefined).length;
  const said = {
    whole: list.at !== undefined && { text: muster.listOf(speech.exact(list.at)), isLoud: false },
    coming: { text: muster.coming, isLoud: true },
    none: { text: muster.noList, isLoud: true },
  }[list.state];
  return [
    server.state === 'offline' && { text: muster.away(speech.exact(server.since)), isLoud: true },
    said,
    closed > 0 && { text: muster.closedOnes(closed, speech.number(closed)), isLoud: false },
    page.hidden > 0 && { text: muster.more(page.hidden, speech.number(page.hidden)), isLoud: true },
  ].filter((each) => each !== false);
}

/** The same above the list, with what is wrong with the journal itself. */
export function Unknown(props: { readonly screen: DeskScreen; readonly page: InsidePage; readonly speech: Speech }): ReactNode {
  const { screen, page, speech } = props;
  const ofJournal = screen.notices.filter((notice) => notice === 'journalReplaced' || notice === 'notKept');
  return (
    <div className="muster-unknown">
      <Notices notices={ofJournal} words={speech.words} />
      <ul className="notices">
        {unknownOf(screen, page, speech).map(({ text, isLoud }) => {
          const Icon = isLoud ? TriangleAlert : Info;
          return (
            <li key={text} className={isLoud ? 'loud' : 'quiet'}>
              <Icon aria-hidden="true" className="icon" />
              <p>{text}</p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
