import { Delete } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect } from 'react';
import type { Words } from '../words/words.ts';
import { longestPin, type PinGiven } from './use-pin.ts';
import '../style/staff.css';

const rows = ['123', '456', '789'] as const;
const keepFocus = (event: React.PointerEvent) => event.preventDefault();

/** The field of a PIN, and keys for it; `describedBy`: the id of what is said of it. */
export function PinPad(props: {
  readonly given: PinGiven;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly describedBy: string;
  readonly words: Words;
}): ReactNode {
  const { given, field, describedBy, words } = props;
  const { pin, type } = given;
  useEffect(() => field.current?.focus(), [field]);
  const key = (digit: string) => (
    <button type="button" key={digit} onPointerDown={keepFocus} onClick={() => type(pin + digit)}>
      {digit}
    </button>
  );
  return (
    <div className="pin">
      <input
        ref={field}
        type="password"
        name="pin"
        aria-label={words.staff.field}
        aria-describedby={describedBy}
        value={pin}
        maxLength={longestPin}
        inputMode="none"
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
      />
      <fieldset className="digits" aria-label={words.type.keyboard}>
        {rows.map((row) => Array.from(row, key))}
        <span />
        {key('0')}
        <button type="button" onPointerDown={keepFocus} onClick={() => type(pin.slice(0, -1))} aria-label={words.type.delete}>
          <Delete aria-hidden="true" className="icon" />
        </button>
      </fieldset>
    </div>
  );
}
