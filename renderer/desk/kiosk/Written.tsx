import type { ReactNode } from 'react';
import type { Told } from '../../../electron/contract/desk-kiosk.ts';
import type { KioskWords } from '../../words/kiosk/words.ts';

/** Where a file lies that was written, or why there is none. */
export function Written(props: {
  readonly of: 'report' | 'export';
  readonly told: Told | undefined;
  readonly words: KioskWords['file'];
}): ReactNode {
  const { of, told, words } = props;
  const isTold = told?.of === of;
  return (
    <p role="status" className="kiosk-told">
      {isTold && told.path !== undefined && (
        <>
          {words.lies} <code dir="ltr">{told.path}</code>
        </>
      )}
      {isTold && told.why !== undefined && words[told.why]}
    </p>
  );
}
