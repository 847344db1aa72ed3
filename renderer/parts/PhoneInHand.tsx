import type { ReactNode } from 'react';
import type { Guidance } from '../scan/guidance.ts';

/** The frame of the viewfinder: the size of a phone, with a code's corners in it, to show how to hold it; what would help is drawn into it, and a tick once a code was read. */
export function PhoneInHand({ advice, read }: { readonly advice?: Guidance | undefined; readonly read: boolean }): ReactNode {
  return (
    <svg className={`phone ${advice ?? ''}`} viewBox="0 0 220 420" aria-hidden="true" focusable="false">
      <rect className="edge" x="6" y="6" width="208" height="408" rx="34" />
      <path className="edge" d="M92 30h36" />
      {read ? <path className="corner" d="M66 198l30 30 58-62" /> : <path className="corner" d={corners[advice ?? 'hold']} />}
      {advice === 'brighter' && <path className="edge" d={sun} />}
    </svg>
  );
}

const usual = 'M50 150v-30h30M140 120h30v30M170 240v30h-30M80 270h-30v-30';
/** The corners of the code as it should be: larger than usual where it is to come closer, smaller where it is to go. */
const corners: Record<Guidance, string> = {
  hold: usual,
  brighter: usual,
  closer: 'M28 128v-36h36M156 92h36v36M192 258v36h-36M64 294h-36v-36',
  further: 'M72 172v-20h20M128 152h20v20M148 210v20h-20M92 230h-20v-20',
};
const sun = 'M110 180v-14M110 224v14M95 202h-14M125 202h14M99 191l-10-10M121 191l10-10M99 213l-10 10M121 213l10 10';
