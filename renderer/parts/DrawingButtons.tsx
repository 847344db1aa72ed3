import { ALargeSmall, Contrast, Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { nextTextSize, nextTheme, useScreen } from '../store.ts';
import type { Words } from '../words/words.ts';
import { RowButton } from './RowButton.tsx';

const themeIcon = { light: Sun, contrast: Contrast, dark: Moon } as const;

/** How the screen is drawn: the next theme, and the next size of the text. */
export function DrawingButtons({ words }: { readonly words: Words['row'] }): ReactNode {
  const { theme, textSize } = useScreen();
  const next = nextTheme[theme];
  return (
    <>
      <RowButton icon={themeIcon[next]} onPress={() => useScreen.setState({ theme: next })}>
        {words[next]}
      </RowButton>
      <RowButton icon={ALargeSmall} onPress={() => useScreen.setState({ textSize: nextTextSize[textSize] })}>
        {textSize === 2 ? words.normal : words.larger}
      </RowButton>
    </>
  );
}
