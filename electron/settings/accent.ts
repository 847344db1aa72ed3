import { clampChroma, converter, formatHex, type Oklch, wcagContrast } from 'culori';
import type { AccentShown, AccentTokens } from '../contract/accent.ts';

/** What `tokens.css` promises of the accent against the paper, and of what stands on it. */
export const leastContrast = 7;

/** By lightness, chroma and hue, of which equal steps look equal: https://bottosson.github.io/posts/oklab/ */
const toOklch = converter('oklch');
const seenAs = (hex: string): Oklch => toOklch(hex) ?? { mode: 'oklch', l: 0, c: 0 };
/** What no screen can show has less chroma, and the same lightness and hue. */
const hexOf = (colour: Oklch): string => formatHex(clampChroma(colour, 'oklch'));

/** What the accent stands on in each theme, and what must be read on its tint: the values of `tokens.css`. */
export const grounds = {
  light: { papers: ['#f7f4ee', '#fffdf9'], towards: -1, tint: 0.933, middle: 0.894 },
  dark: { papers: ['#14191a', '#1d2425'], towards: 1, tint: 0.302, middle: 0.312 },
} as const;

/**
 * The site's colour (`#rrggbb`) as both themes draw it: as it is where it can be read, else as much darker (on light paper) or lighter (on dark paper)
 * as it must be. High contrast has colours of its own.
 */
export const accentOf = (hex: string): AccentShown => ({ light: tokensOf(hex, 'light'), dark: tokensOf(hex, 'dark') });

/** The colour that is drawn on light paper in the place of one that could not be read there; undefined: it is drawn as it is, or is no colour. */
export function correctedAccent(hex: string): string | undefined {
  // What is kept may be changed by hand while Foyer runs; a start says that it does not fit.
  if (!/^#[\da-f]{6}$/i.test(hex)) return undefined;
  const drawn = tokensOf(hex, 'light').accent;
  return drawn === hex.toLowerCase() ? undefined : drawn;
}

function tokensOf(hex: string, theme: keyof typeof grounds): AccentTokens {
  const { papers, towards, tint, middle } = grounds[theme];
  const wanted = seenAs(hex);
  const isRead = (colour: string) => papers.every((paper) => wcagContrast(colour, paper) >= leastContrast);
  const accent = isRead(hex.toLowerCase()) ? hex.toLowerCase() : nearest(wanted, towards, isRead);
  const drawn = seenAs(accent);
  // What is pressed goes further from the paper, or, where there is no further, back as far as it can be read.
  const further = hexOf({ ...drawn, l: drawn.l + towards * 0.08 });
  const isAtEnd = towards < 0 ? drawn.l < 0.16 : drawn.l > 0.92;
  const pressed = isAtEnd ? hexOf({ ...drawn, l: drawn.l - towards * 0.08 }) : further;
  const wash = (l: number, most: number) => hexOf({ ...drawn, l, c: Math.min(drawn.c, most) });
  return {
    accent,
    accentPressed: pressed,
    onAccent: theme === 'light' ? '#ffffff' : wash(0.17, 0.02),
    tint: wash(tint, 0.012),
    archMiddle: wash(middle, 0.015),
  };
}

/** The same hue, no further from the wanted lightness than it must be. */
function nearest(wanted: Oklch, towards: number, isRead: (hex: string) => boolean): string {
  let [near, far] = [wanted.l, towards < 0 ? 0 : 1];
  for (let step = 0; step < 20; step += 1) {
    const middle = (near + far) / 2;
    if (isRead(hexOf({ ...wanted, l: middle }))) far = middle;
    else near = middle;
  }
  return hexOf({ ...wanted, l: far });
}
