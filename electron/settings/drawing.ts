import { includedTemplates } from '../printer/included.ts';
import { unfitDrawing } from '../printer/trial.ts';
import { readBounded } from './bounded.ts';
import type { Judge } from './effective.ts';

/** Whether the site's own badge and logo are there and can be drawn. `assets`: the folder of fonts and templates. */
export const judgeDrawing =
  (assets: string): Judge =>
  ({ drawing, printers }) => {
    const { template, logo } = drawing;
    const isIncluded = includedTemplates.some((name) => name === template);
    if (template !== undefined && !isIncluded && !isThere(template)) return unread('FOYER_BADGE');
    if (logo !== undefined && !isThere(logo)) return unread('FOYER_LOGO');
    const unfit = unfitDrawing(assets, drawing, printers);
    if (!unfit) return undefined;
    const name = unfit.what === 'logo' ? 'FOYER_LOGO' : 'FOYER_BADGE';
    return { name, message: `cannot be drawn: see ${unfit.field} (docs/badges.md)` };
  };

const isThere = (file: string): boolean => readBounded(file, 1) !== undefined;
const unread = (name: string) => ({ name, message: 'names a file that cannot be read' });
