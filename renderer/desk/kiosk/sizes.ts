const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A number of bytes in the largest unit of which there is one, with three digits at most. */
export function sizeIn(dates: string, bytes: number): string {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const unit = units[power] ?? 'byte';
  const format = new Intl.NumberFormat(dates, { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: 3 });
  return format.format(bytes / 1000 ** power);
}

/** A time that has passed, in its largest unit. */
export function durationIn(dates: string, seconds: number): string {
  const [unit, amount] =
    seconds < 60
      ? (['second', seconds] as const)
      : seconds < 3_600
        ? (['minute', seconds / 60] as const)
        : seconds < 86_400
          ? (['hour', seconds / 3_600] as const)
          : (['day', seconds / 86_400] as const);
  const digits = unit === 'second' ? 1 : 0;
  return new Intl.NumberFormat(dates, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: digits }).format(
    unit === 'second' ? amount : Math.floor(amount),
  );
}
