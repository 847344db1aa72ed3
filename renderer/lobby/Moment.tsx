import type { ReactNode } from 'react';
import { Arches } from '../parts/Arches.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { wordsIn } from '../words/words.ts';

/** Shown while main cannot be heard: in every language, because none was chosen, and with nothing of anybody. */
export function Moment(): ReactNode {
  return (
    <div className="lobby">
      <main className="moment" aria-live="polite">
        <Arches />
        {Object.entries(wordsIn).map(([language, words]) => (
          <p key={language} lang={language}>
            {words.moment}
          </p>
        ))}
        <Waiting />
      </main>
    </div>
  );
}
