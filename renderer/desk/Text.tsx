import type { ReactNode } from 'react';
import { scriptLanguage } from '../parts/Name.tsx';

/** A text from outside on one line of its own, in any script and direction: it ends within its cell, and is told in full to whom points at it. */
export function Text({ children = '' }: { readonly children: string | undefined }): ReactNode {
  return (
    <span className="text" dir="auto" lang={scriptLanguage(children)} title={children}>
      {children}
    </span>
  );
}
