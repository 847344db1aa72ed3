import { ALargeSmall, ChevronsDown, CircleQuestionMark, Contrast, Languages, type LucideIcon, Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Language } from '../../electron/contract/language.ts';
import { send } from '../bridge.ts';
import { nextTextSize, nextTheme, useScreen } from '../store.ts';
import { type Words, wordsIn } from '../words/words.ts';

const languages = Object.entries(wordsIn) as [Language, Words][];
const themeIcon = { light: Sun, contrast: Contrast, dark: Moon } as const;

/** The quiet row at the bottom edge, the same on every screen: language, how the screen is drawn, help. */
export function QuietRow(props: { readonly language: Language; readonly words: Words }): ReactNode {
  const words = props.words.row;
  const { theme, textSize, lowControls } = useScreen();
  const next = nextTheme[theme];
  return (
    <nav className="row" aria-label={words.name}>
      <fieldset className="languages" aria-label={words.language}>
        <Languages aria-hidden="true" className="icon" />
        {languages.map(([language, { ownName }]) => (
          <button
            type="button"
            key={language}
            lang={language}
            aria-pressed={language === props.language}
            onClick={() => send({ kind: 'language', language })}
          >
            {ownName}
          </button>
        ))}
      </fieldset>
      <div className="comforts">
        <RowButton icon={themeIcon[next]} onPress={() => useScreen.setState({ theme: next })}>
          {words[next]}
        </RowButton>
        <RowButton icon={ALargeSmall} onPress={() => useScreen.setState({ textSize: nextTextSize[textSize] })}>
          {textSize === 2 ? words.normal : words.larger}
        </RowButton>
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

function RowButton(props: {
  readonly icon: LucideIcon;
  readonly pressed?: boolean;
  readonly onPress: () => void;
  readonly children: string;
}): ReactNode {
  return (
    <button type="button" aria-pressed={props.pressed} onClick={props.onPress}>
      <props.icon aria-hidden="true" className="icon" />
      <span>{props.children}</span>
    </button>
  );
}
