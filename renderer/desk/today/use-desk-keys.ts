import { useEffect, useRef, useState } from 'react';
import { asCode } from '../../scan/as-code.ts';
import { isScan, type KeyRun, noRun, withKey } from '../../scan/wedge.ts';

/** What the keys of the desk do. */
interface DeskKeys {
  readonly search: () => void;
  readonly escape: () => void;
  readonly scanned: (code: string) => void;
  readonly checkIn: () => void;
  readonly checkOut: () => void;
  readonly print: () => void;
  readonly enter: () => void;
}

/** A key does what it does only once no other has followed: a scanner types its whole code in less, and is nobody's wish (ms). */
const quiet = 180;

/**
 * The single keys of the desk, heard where nobody types: WCAG 2.1.4 asks that they can be switched off (https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts).
 * A code that a USB scanner types is looked for, wherever the focus is.
 */
export function useDeskKeys(does: DeskKeys): {
  readonly isHelpOpen: boolean;
  readonly closeHelp: () => void;
  readonly isUsed: boolean;
  readonly use: (isUsed: boolean) => void;
} {
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [isUsed, setIsUsed] = useState(true);
  const latest = useRef(does);
  useEffect(() => {
    latest.current = does;
  });

  useEffect(() => {
    let run: KeyRun = noRun;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const singles: Record<string, () => void> = {
      '/': () => latest.current.search(),
      '?': () => setIsHelpOpen(true),
      i: () => latest.current.checkIn(),
      o: () => latest.current.checkOut(),
      p: () => latest.current.print(),
      n: () => latest.current.enter(),
    };
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (event.key === 'Escape') {
        if (!isDialog(event.target)) latest.current.escape();
        return;
      }
      if (event.key === 'Enter' && isScan(run)) {
        const code = asCode(run.text) || asCode(run.places);
        if (code !== '') {
          event.preventDefault();
          clearTimeout(timer);
          latest.current.scanned(code);
        }
      }
      if ([...event.key].length !== 1) return;
      run = withKey(run, event.key, event.timeStamp);
      clearTimeout(timer);
      const single = singles[event.key.toLowerCase()];
      if (!single || !isUsed || isTyping(event.target) || event.repeat) return;
      if (event.key === '/' || event.key === '?') event.preventDefault();
      timer = setTimeout(() => run.text.length <= 1 && single(), quiet);
    };
    addEventListener('keydown', hear, { capture: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', hear, { capture: true });
    };
  }, [isUsed]);

  return { isHelpOpen, closeHelp: () => setIsHelpOpen(false), isUsed, use: setIsUsed };
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea, select, dialog *');
const isDialog = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('dialog, form') !== null;
