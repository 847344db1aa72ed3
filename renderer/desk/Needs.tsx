import { CircleCheck } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { DeskScreen } from '../../electron/contract/desk.ts';
import { Badges } from './Badges.tsx';
import { DeadLetters } from './DeadLetters.tsx';
import { Differences } from './Differences.tsx';
import { Notices } from './Notices.tsx';
import { needsOf, rowsOf } from './needs.ts';
import type { Speech } from './speech.ts';
import { Unconfirmed } from './Unconfirmed.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useTurn } from './use-turn.ts';
import { Waiting } from './Waiting.tsx';

/** Everything that waits for a person, in one place; nothing there means that nothing waits. */
export function Needs({ screen, speech }: { readonly screen: DeskScreen; readonly speech: Speech }): ReactNode {
  const { words, number } = speech;
  const rows = rowsOf(screen);
  const turn = useTurn(rows);
  const needs = needsOf(screen);
  const { badges, differences, unconfirmed, dead, counts, handOver, notices } = screen;
  return (
    <section className={`needs turn-${turn}`} aria-labelledby="needs" onKeyDown={ignoreHeldKey} {...useKeptFocus(rows)}>
      <h2 id="needs" tabIndex={-1}>
        {words.needs.title} {needs > 0 && <span className="count">{number(needs)}</span>}
      </h2>
      {needs === 0 && badges.length === 0 && (
        <p className="nothing">
          <CircleCheck aria-hidden="true" className="icon good" />
          {words.needs.nothing}
        </p>
      )}
      {screen.requests.length > 0 && <Waiting requests={screen.requests} speech={speech} />}
      <Notices notices={notices} words={words} />
      {badges.length > 0 && <Badges badges={badges} count={counts.badges} speech={speech} />}
      {differences.length > 0 && <Differences differences={differences} count={counts.differences} speech={speech} />}
      {unconfirmed.length > 0 && <Unconfirmed people={unconfirmed} count={counts.unconfirmed} speech={speech} />}
      {dead.length > 0 && <DeadLetters letters={dead} count={handOver.dead} speech={speech} />}
    </section>
  );
}

/** A key that is held down presses once: the rows move up under it. */
function ignoreHeldKey(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}
