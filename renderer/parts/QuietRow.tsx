import { ChevronsDown, CircleQuestionMark } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Language } from '../../electron/contract/language.ts';
import { useScreen } from '../store.ts';
import type { Words } from '../words/words.ts';
import { DrawingButtons } from './DrawingButtons.tsx';
import { LanguageButtons } from './LanguageButtons.tsx';
import { RowButton } from './RowButton.tsx';

/** The quiet row at the bottom edge, the same on every screen: language, how the screen is drawn, help. */
export function QuietRow(props: {
  readonly language: Language;
  readonly languages: readonly Language[] | undefined;
  readonly words: Words;
}): ReactNode {
  const words = props.words.row;
  const lowControls = useScreen((screen) => screen.lowControls);
  return (
    <nav className="row" aria-label={words.name}>
      <LanguageButtons language={props.language} offered={props.languages} words={words} />
      <div className="comforts">
        <DrawingButtons words={words} />
        <RowButton icon={ChevronsDown} pressed={lowControls} onPress={() => useScreen.setState({ lowControls: !lowControls })}>
          {words.lower}
        </RowButton>
        <RowButton icon={CircleQuestionMark} onPress={() => useScreen.setState({ helpOpen: true })}>
          {words.help}
        </RowButton>
      </div>
    </nav>
  );
}
