import type { ReactNode } from 'react';

/** The mark of the house: a doorway behind a doorway, with the light from outside. */
export function Arches(): ReactNode {
  return (
    <svg className="arches" viewBox="0 0 480 360" aria-hidden="true" focusable="false">
      <path className="arch far" d="M60 360V180a180 180 0 0 1 360 0v180z" />
      <path className="arch middle" d="M120 360V200a120 120 0 0 1 240 0v160z" />
      <path className="arch near" d="M180 360V220a60 60 0 0 1 120 0v140z" />
      <path className="floor" d="M0 359h480" />
    </svg>
  );
}
