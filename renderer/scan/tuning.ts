import type { View } from './worker-messages.ts';

/** What some cameras offer beyond the standard's basics: https://www.w3.org/TR/image-capture/#mediatrackcapabilities-section */
interface Offers {
  readonly focusMode?: readonly string[];
  readonly torch?: boolean;
  readonly exposureCompensation?: { readonly min: number; readonly max: number; readonly step: number };
}

interface Wishes {
  readonly focusMode?: string;
  readonly torch?: boolean;
  readonly exposureCompensation?: number;
}

/** A burnt or a dark picture that lasts for so many views is not a moment's. */
const patience = 2;
/** So many views without a burnt code before the exposure goes up again: it was the lowered exposure that ended the burn, and the code is still there to be read. */
const calmFor = 10;

/**
 * Sets what a camera offers: focus that follows, exposure turned down a step at a time while a code seems to be burnt out (a phone at full brightness in a dim
 * lobby) and back up when it is gone, its lamp while the picture is dark. Answers who is to hear of each view. Most cameras of kiosks offer none of it; a wish that is refused changes nothing.
 */
export function tuned(track: MediaStreamTrack): (view: View) => void {
  const offers = track.getCapabilities() as Offers;
  const ask = (wishes: Wishes): void =>
    void track.applyConstraints({ advanced: [wishes as MediaTrackConstraintSet] }).catch(() => undefined);
  if (offers.focusMode?.includes('continuous')) ask({ focusMode: 'continuous' });
  const { exposureCompensation: range } = offers;
  let exposure = 0;
  let burnt = 0;
  let calm = 0;
  let dark = 0;
  let isLit = false;
  return ({ isBurnt, isDark, isBlack }) => {
    burnt = isBurnt ? burnt + 1 : Math.max(0, burnt - 1);
    calm = isBurnt ? 0 : calm + 1;
    dark = isDark && !isBlack ? dark + 1 : 0;
    if (range && burnt > patience && exposure > range.min) {
      exposure = Math.max(range.min, exposure - Math.max(range.step, (range.max - range.min) / 8));
      burnt = 0;
      ask({ exposureCompensation: exposure });
    } else if (range && burnt === 0 && exposure < 0 && (calm > calmFor || (calm > 0 && isDark))) {
      exposure = 0;
      ask({ exposureCompensation: exposure });
    }
    if (offers.torch && !isLit && dark > 2 * patience) {
      isLit = true;
      ask({ torch: true });
    }
  };
}
