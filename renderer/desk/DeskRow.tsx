import { Clock, LogOut } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Language } from '../../electron/contract/language.ts';
import { send } from '../bridge.ts';
import { DrawingButtons } from '../parts/DrawingButtons.tsx';
import { LanguageButtons } from '../parts/LanguageButtons.tsx';
import { RowButton } from '../parts/RowButton.tsx';
import type { DeskWords } from '../words/desk/words.ts';
import { wordsIn } from '../words/words.ts';

/** The desk's quiet row: language, how the screen is drawn, and how times are. */
export function DeskRow(props: {
  readonly language: Language;
  readonly words: DeskWords;
  readonly exactTimes: boolean;
  readonly onExactTimes: () => void;
  /** What leaving is called; absent: nobody leaves. */
  readonly leave: string | undefined;
}): ReactNode {
  const words = wordsIn[props.language].row;
  return (
    <nav className="row" aria-label={words.name}>
      <LanguageButtons language={props.language} words={words} />
      <div className="comforts">
        <RowButton icon={Clock} pressed={props.exactTimes} onPress={props.onExactTimes}>
          {props.words.exactTimes}
        </RowButton>
        <DrawingButtons words={words} />
        {props.leave !== undefined && (
          <RowButton icon={LogOut} onPress={() => send({ kind: 'leave' })}>
            {props.leave}
          </RowButton>
        )}
      </div>
    </nav>
  );
}
