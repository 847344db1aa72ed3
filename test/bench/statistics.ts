/** One line of the table: `met` is absent where there is no target. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly target?: string;
  readonly met?: boolean;
}

/** The value below which a share of the samples lies (nearest rank). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** Median and p95 of samples in milliseconds, against a limit for the p95 where there is one. */
export function timing(name: string, samples: readonly number[], limit?: number): Figure {
  const p95 = quantile(samples, 0.95);
  const value = `${quantile(samples, 0.5).toFixed(0)} / ${p95.toFixed(0)} ms`;
  const target = limit === undefined ? {} : { target: `p95 ≤ ${limit} ms`, met: p95 <= limit };
  return { name: `${name}, median / p95 of ${samples.length}`, value, ...target };
}
