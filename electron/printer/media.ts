/**
 * What a printer prints on, in its own dots: `width` across the head (a multiple of 8), `height` along the feed, absent for a roll that is cut
 * where the badge ends. `dpi`: dots per inch, both ways.
 */
export interface Media {
  readonly width: number;
  readonly height?: number;
  readonly dpi: number;
}

/** A length in millimetres as whole dots. */
export const dotsOf = (millimetres: number, dpi: number): number => Math.round((millimetres * dpi) / 25.4);
