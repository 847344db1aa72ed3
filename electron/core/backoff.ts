/** A wait that doubles from `first` up to `most` (milliseconds). */
export interface Steps {
  readonly first: number;
  readonly most: number;
}

/**
 * How long to wait before the next try (milliseconds): the step after `failed` failures in a row (from 1), of which half is by chance,
 * so that kiosks that failed at the same moment do not come back at the same moment (rule API-9). `chance`: from 0 up to 1.
 */
export function waitAfter(failed: number, { first, most }: Steps, chance: number): number {
  const step = Math.min(most, first * 2 ** (Math.max(1, failed) - 1));
  return step / 2 + (step / 2) * chance;
}
