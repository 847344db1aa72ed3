import type { AccentShown } from '../electron/contract/accent.ts';
import type { Comfort } from './store.ts';

const properties = {
  accent: '--accent',
  accentPressed: '--accent-pressed',
  onAccent: '--on-accent',
  tint: '--tint',
  archMiddle: '--arch-middle',
} as const;

/** Draws the root in the site's own colour, or in Foyer's where it has none and in high contrast. The policy forbids style in markup, and allows this (https://www.w3.org/TR/CSP3/#directive-style-src). */
export function drawAccent({ style }: HTMLElement, accent: AccentShown | undefined, theme: Comfort['theme']): void {
  const tokens = theme === 'contrast' ? undefined : accent?.[theme];
  for (const [name, property] of Object.entries(properties) as [keyof typeof properties, string][]) {
    if (tokens) style.setProperty(property, tokens[name]);
    else style.removeProperty(property);
  }
  if (tokens) style.setProperty('--arch-near', tokens.accent);
  else style.removeProperty('--arch-near');
}
