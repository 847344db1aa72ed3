import { ArrowLeft, ArrowRight } from 'lucide-react';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import type { Purpose } from '../../electron/contract/lobby.ts';
import { send } from '../bridge.ts';
import { Button } from '../parts/Button.tsx';
import { CodeField } from '../parts/CodeField.tsx';
import { KeyPad } from '../parts/KeyPad.tsx';
import { Stage } from '../parts/Stage.tsx';
import { submitTyped } from '../scan/typed.ts';
import { useScreen } from '../store.ts';
import type { Words } from '../words/words.ts';

/** The way without a camera. The keyboard on the screen and a real one write into the same field. */
export function Type({ purpose, words }: { readonly purpose: Purpose; readonly words: Words }): ReactNode {
  const typed = useScreen((screen) => screen.typed);
  // What was said of a text goes with the text.
  const [refused, setRefused] = useState<{ readonly text: string; readonly why: 'empty' | 'shape' }>();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const came = submitTyped();
    setRefused(came === 'sent' ? undefined : { text: typed, why: came });
  };
  return (
    <form autoComplete="off" noValidate onSubmit={submit}>
      <Stage
        kind="type"
        sentence={words.type[purpose].sentence}
        more={<span id="code-more">{refused?.text === typed ? words.type[refused.why] : words.type[purpose].more}</span>}
        actions={
          <>
            <Button kind="main" icon={ArrowRight} submit>
              {words.action.continue}
            </Button>
            <Button icon={ArrowLeft} onPress={() => send({ kind: 'back' })}>
              {words.action.back}
            </Button>
          </>
        }
      >
        <CodeField label={words.type.field} describedBy="code-more" />
        <KeyPad words={words.type} />
      </Stage>
    </form>
  );
}
