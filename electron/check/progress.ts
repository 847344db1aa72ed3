import type { CheckParts } from './report.ts';

/** One line on a terminal that says what is asked now, and is gone at the end; nothing where there is no terminal. */
export function progressOn(stream: { readonly isTTY?: boolean; write(text: string): unknown }): {
  readonly step: NonNullable<CheckParts['step']>;
  end(): void;
} {
  const write = (text: string) => stream.isTTY && stream.write(`\r\u001b[K${text}`);
  return { step: (next, done, all) => write(`foyer checks ${done + 1} of ${all}: ${next}`), end: () => write('') };
}
