import { Languages } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Language } from '../../electron/contract/language.ts';
import { send } from '../bridge.ts';
import { type Words, wordsIn } from '../words/words.ts';

const languages = Object.entries(wordsIn) as [Language, Words][];

/** Every language there is, each by its own name. */
export function LanguageButtons(props: { readonly language: Language; readonly words: Words['row'] }): ReactNode {
  return (
    <fieldset className="languages" aria-label={props.words.language}>
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
  );
}
