import { type ReactNode, useEffect, useState } from 'react';
import { Arches } from '../parts/Arches.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { wordsIn } from '../words/words.ts';

/** So long the page is still: a first snapshot is usually there before, and letters of three scripts would only hold it up (ms). */
const stillMs = 300;

/** Shown while main cannot be heard: in every language, because none was chosen, and with nothing of anybody. */
export function Moment(): ReactNode {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), stillMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="lobby">
      <main className="moment" aria-live="polite">
        {isLong && <MomentWords />}
      </main>
    </div>
  );
}

function MomentWords(): ReactNode {
  return (
    <>
      <Arches />
      {Object.entries(wordsIn).map(([language, words]) => (
        <p key={language} lang={language}>
          {words.moment}
        </p>
      ))}
      <Waiting />
    </>
  );
}
