import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * Whether the page is being printed, and how to print it. Here alone is a page printed, and only at the desk (WIN-7): what is to be on paper is drawn for as long as that
 * takes. https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#printing
 */
export function usePrinting(): readonly [isPrinting: boolean, print: () => void] {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    // The paper is laid out as soon as the event is over.
    const before = () => flushSync(() => setIsPrinting(true));
    const after = () => setIsPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return [isPrinting, () => window.print()];
}
