import type { ReactNode } from 'react';

/** The frame of the viewfinder: the size of a phone, with a code's corners in it, to show how to hold it. */
export function PhoneInHand(): ReactNode {
  return (
    <svg className="phone" viewBox="0 0 220 420" aria-hidden="true" focusable="false">
      <rect className="edge" x="6" y="6" width="208" height="408" rx="34" />
      <path className="edge" d="M92 30h36" />
      <path className="corner" d="M50 150v-30h30M140 120h30v30M170 240v30h-30M80 270h-30v-30" />
    </svg>
  );
}
