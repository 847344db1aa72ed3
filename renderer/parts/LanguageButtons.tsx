import { Languages } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Language } from '../../electron/contract/language.ts';
import { send } from '../bridge.ts';
import { type Words, wordsIn } from '../words/words.ts';

const everyLanguage = Object.keys(wordsIn) as Language[];

/** Every language that is offered here, each by its own name; nothing where there is no choice. */
export function LanguageButtons(props: {
  readonly language: Language;
  /** Absent: every one. */
  readonly offered?: readonly Language[] | undefined;
  readonly words: Words['row'];
}): ReactNode {
  const languages = props.offered ?? everyLanguage;
  if (languages.length < 2) return null;
  return (
    <fieldset className="languages" aria-label={props.words.language}>
      <Languages aria-hidden="true" className="icon" />
      {languages.map((language) => (
        <button
          type="button"
          key={language}
          lang={language}
          aria-pressed={language === props.language}
          onClick={() => send({ kind: 'language', language })}
        >
          {wordsIn[language].ownName}
        </button>
      ))}
    </fieldset>
  );
}
