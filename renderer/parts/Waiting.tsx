import type { ReactNode } from 'react';

/** Says that something is being waited for; still with reduced motion. */
export function Waiting(): ReactNode {
  return (
    <div className="waiting" aria-hidden="true">
      <span />
      <span />
      <span />
    </div>
  );
}
