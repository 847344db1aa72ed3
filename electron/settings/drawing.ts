import { unfitDrawing } from '../printer/trial.ts';
import type { Judge } from './effective.ts';

/** Whether the site's own badge and logo can be drawn. `assets`: the folder of fonts and templates. */
export const judgeDrawing =
  (assets: string): Judge =>
  ({ drawing, printers }) => {
    const unfit = unfitDrawing(assets, drawing, printers);
    if (!unfit) return undefined;
    const name = unfit.what === 'logo' ? 'FOYER_LOGO' : 'FOYER_BADGE';
    return { name, message: `cannot be drawn: see ${unfit.field} (docs/badges.md)` };
  };
