import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { converter, wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentSchema } from '../../electron/contract/accent.ts';
import { accentOf, correctedAccent, grounds, leastContrast } from '../../electron/settings/accent.ts';
import { root } from '../fakes/foyer.ts';

const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
/** What is written on the tint in each theme: ink and quiet ink. */
const inks = { light: ['#1d2522', '#545d58'], dark: ['#f3f0e9', '#aeb6b1'] } as const;

const toOklch = converter('oklch');

describe('the accent of a site', () => {
  it('can be read in both themes whatever it is, and so can all that stands on it', () => {
    fc.assert(
      fc.property(colours, (hex) => {
        const shown = accentOf(hex);
        expect(accentSchema.safeParse(shown).success).toBe(true);
        for (const theme of ['light', 'dark'] as const) {
          const { accent, accentPressed, onAccent, tint } = shown[theme];
          for (const paper of grounds[theme].papers) expect(wcagContrast(accent, paper)).toBeGreaterThanOrEqual(leastContrast);
          expect(wcagContrast(accent, onAccent)).toBeGreaterThanOrEqual(leastContrast);
          expect(wcagContrast(accentPressed, onAccent)).toBeGreaterThanOrEqual(4.5);
          expect(accentPressed).not.toBe(accent);
          for (const ink of inks[theme]) expect(wcagContrast(ink, tint)).toBeGreaterThanOrEqual(4.5);
          expect(wcagContrast(accent, tint)).toBeGreaterThanOrEqual(4.5);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is left as it is where it can be read, and said to be corrected where it cannot', () => {
    expect(accentOf('#1F5B4E').light.accent).toBe('#1f5b4e');
    expect(correctedAccent('#0033A0')).toBeUndefined();
    expect(correctedAccent('#ffd400')).toBe(accentOf('#ffd400').light.accent);
    expect(accentOf('#ffd400').dark.accent).toBe('#ffd400');
  });

  it('keeps its hue when it is corrected', () => {
    for (const hex of ['#e4002b', '#00a3e0', '#7ac143'])
      for (const { accent } of Object.values(accentOf(hex)))
        expect(Math.abs((toOklch(accent)?.h ?? 0) - (toOklch(hex)?.h ?? 0))).toBeLessThan(3);
  });

  it('stands on the papers that the style has', () => {
    const style = readFileSync(join(root, 'renderer/style/tokens.css'), 'utf8');
    for (const { papers } of Object.values(grounds)) expect(style).toContain(`--paper: ${papers[0]};\n  --raised: ${papers[1]};`);
  });
});
