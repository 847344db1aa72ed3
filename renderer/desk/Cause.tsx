import type { ReactNode } from 'react';
import type { FailureCode } from '../../electron/contract/failure.ts';
import type { Speech } from './speech.ts';

/** Why something did not work, and what a person can do. */
export function Cause({ code, speech }: { readonly code: FailureCode; readonly speech: Speech }): ReactNode {
  const { said, todo } = speech.cause(code);
  return (
    <p className="cause">
      <strong>{said}</strong>
      {speech.words.between}
      {todo}
    </p>
  );
}
