import { type RefObject, useEffect, useRef } from 'react';
import { isScan, type KeyRun, noRun, withKey } from '../scan/wedge.ts';

/**
 * Brings digits to the field of the PIN, wherever the focus is. A code that a USB scanner types there is nobody's PIN: `clear` takes it out, and its Enter
 * is no try, nor does its Tab lead away.
 */
export function usePinKeys(field: RefObject<HTMLInputElement | null>, clear: () => void): void {
  const latest = useRef(clear);
  useEffect(() => {
    latest.current = clear;
  });
  useEffect(() => {
    let run: KeyRun = noRun;
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if ((event.key === 'Enter' || event.key === 'Tab') && isScan(run) && /\D/.test(run.text)) {
        event.preventDefault();
        event.stopPropagation();
        latest.current();
      }
      if (event.key.length > 1) {
        // A scanner's Shift is a part of its code.
        if (event.key !== 'Shift') run = noRun;
        return;
      }
      run = withKey(run, event.key, event.timeStamp);
      if (/\d/.test(event.key)) field.current?.focus();
    };
    addEventListener('keydown', hear, { capture: true });
    return () => removeEventListener('keydown', hear, { capture: true });
  }, [field]);
}
