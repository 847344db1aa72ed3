import type { PrintKind } from '../core/visit.ts';
import type { Media } from './media.ts';

const badges = ['receipt-80', 'label-62x100', 'label-62x29', 'card-104x54', 'narrow-29'] as const;
const slips = ['slip', 'slip-wide'] as const;

/** The templates in `assets/badges`, each a file `NAME.svg`. */
export type IncludedTemplate = (typeof badges)[number] | (typeof slips)[number];
export const includedTemplates: readonly IncludedTemplate[] = [...badges, ...slips];

/** The template that suits a media best by its size and shape: a roll gets one that is as long as it needs, a label one of its proportions. */
export function templateFor({ width, height, dpi }: Media, kind: PrintKind): IncludedTemplate {
  const shape = height === undefined ? 0 : width / height;
  const millimetres = (width / dpi) * 25.4;
  if (millimetres < 45 && shape <= 1.45) return 'narrow-29';
  if (kind === 'slip') return shape > 1.45 ? 'slip-wide' : 'slip';
  if (height === undefined) return 'receipt-80';
  if (shape > 1.45) return millimetres < 80 ? 'label-62x29' : 'card-104x54';
  return shape < 0.75 ? 'label-62x100' : 'receipt-80';
}
