import type { ReactNode } from 'react';

/** A colour (`#rrggbb`) to look at, beside its text; of what is none, no picture. An attribute of SVG: the policy forbids style in markup. */
export function Swatch({ colour }: { readonly colour: string | undefined }): ReactNode {
  if (colour === undefined || !/^#[\da-f]{6}$/i.test(colour.trim())) return null;
  return (
    <svg className="kiosk-swatch" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width="1" height="1" fill={colour.trim()} />
    </svg>
  );
}
