import { useEffect } from 'react';

const name = 'Foyer';

/** How many people wait in the lobby stands before the window's name, where somebody sees it who works in another window. */
export function useTitle(waiting: number): void {
  useEffect(() => {
    document.title = waiting > 0 ? `(${waiting}) ${name}` : name;
    return () => {
      document.title = name;
    };
  }, [waiting]);
}
