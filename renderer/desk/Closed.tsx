import { ConciergeBell, HandPlatter } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import type { ClosedDeskScreen } from '../../electron/contract/closed-desk.ts';
import type { Language } from '../../electron/contract/language.ts';
import { DrawingButtons } from '../parts/DrawingButtons.tsx';
import { LanguageButtons } from '../parts/LanguageButtons.tsx';
import { Name } from '../parts/Name.tsx';
import { PinPad } from '../parts/PinPad.tsx';
import { PinSaid } from '../parts/PinSaid.tsx';
import { usePin } from '../parts/use-pin.ts';
import { deskWordsIn } from '../words/desk/words.ts';
import { wordsIn } from '../words/words.ts';
import { usePinKeys } from './use-pin-keys.ts';
import { useTitle } from './use-title.ts';

/** A desk that nobody has opened: one question, and how many wait in the lobby meanwhile. */
export function Closed(props: {
  readonly screen: ClosedDeskScreen;
  readonly language: Language;
  readonly site: string | undefined;
}): ReactNode {
  const { screen, language, site } = props;
  const words = wordsIn[language];
  const desk = deskWordsIn[language];
  const said = desk.closed;
  const field = useRef<HTMLInputElement>(null);
  const given = usePin(screen, words.staff, said.more);
  usePinKeys(field, () => given.type(''));
  const { people, wishes } = screen;
  useTitle(people);
  const written = (count: number) => count.toLocaleString(words.dates);
  return (
    <div className="desk closed">
      <header>
        <p>{desk.title}</p>
        {site !== undefined && (
          <p>
            <Name>{site}</Name>
          </p>
        )}
      </header>
      <main>
        <div role="status" className="closed-waiting">
          {people > 0 && (
            <p>
              <ConciergeBell aria-hidden="true" className="icon wait" />
              <strong>{said.people(people, written(people))}</strong>
            </p>
          )}
          {wishes > 0 && (
            <p>
              <HandPlatter aria-hidden="true" className="icon wait" />
              {said.wishes(wishes, written(wishes))}
            </p>
          )}
        </div>
        <form autoComplete="off" noValidate onSubmit={given.submit}>
          <h1>{said.sentence}</h1>
          <p id="pin-more" role="status">
            <PinSaid said={given.said} wait={given.wait} />
          </p>
          <PinPad given={given} field={field} describedBy="pin-more" words={words} />
          <button type="submit" className="main">
            {said.open}
          </button>
        </form>
      </main>
      <nav className="row" aria-label={words.row.name}>
        <LanguageButtons language={language} words={words.row} />
        <div className="comforts">
          <DrawingButtons words={words.row} />
        </div>
      </nav>
    </div>
  );
}
