import { type ReactNode, useEffect, useRef } from 'react';
import { codeLimit } from '../../electron/contract/code.ts';
import { setTyped } from '../scan/typed.ts';
import { useScreen } from '../store.ts';

const length = 6;
const places = Array.from({ length }, (_, index) => index);

/** The text field of a code: its letters stand wide, in two groups of three. Text that is longer than a code shows as it is. */
export function CodeField(props: { readonly label: string; readonly describedBy: string }): ReactNode {
  const typed = useScreen((screen) => screen.typed);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    const takeFocus = (event: KeyboardEvent) => {
      if (/^[\p{L}\p{N}]$/u.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey) field.current?.focus();
    };
    addEventListener('keydown', takeFocus);
    return () => removeEventListener('keydown', takeFocus);
  }, []);
  const letters = Array.from(typed);
  const isWide = letters.length <= length;
  return (
    <div className={`code ${isWide ? 'wide' : 'long'}`}>
      <input
        ref={field}
        type="text"
        name="code"
        aria-label={props.label}
        aria-describedby={props.describedBy}
        value={typed}
        maxLength={codeLimit}
        inputMode="none"
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
      />
      {isWide && (
        <div className="places" aria-hidden="true">
          {places.map((place) => (
            <span key={place} className={place === letters.length ? 'next' : undefined}>
              {letters[place]}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
