import { Delete } from 'lucide-react';
import type { ReactNode } from 'react';
import { deleteKey, typeKey } from '../scan/typed.ts';
import type { Words } from '../words/words.ts';

const rows = ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'] as const;
const keepFocus = (event: React.PointerEvent) => event.preventDefault();

/** The keyboard on the screen: the letters and digits of a code, and one key to take the last away. */
export function KeyPad(props: { readonly words: Words['type'] }): ReactNode {
  return (
    <fieldset className="keypad" aria-label={props.words.keyboard}>
      {rows.map((row) => (
        <div className="keys" key={row}>
          {Array.from(row, (key) => (
            <button type="button" key={key} onPointerDown={keepFocus} onClick={() => typeKey(key)}>
              {key}
            </button>
          ))}
          {row === 'ZXCVBNM' && (
            <button type="button" className="wide" onPointerDown={keepFocus} onClick={deleteKey}>
              <Delete aria-hidden="true" className="icon" />
              <span>{props.words.delete}</span>
            </button>
          )}
        </div>
      ))}
    </fieldset>
  );
}
