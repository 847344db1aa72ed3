import { type Checked, fits, wrong } from './settings.ts';

/** Which of `own` were given; `rest` are the flags that a start has too. */
interface OwnFlags {
  readonly given: ReadonlySet<string>;
  readonly rest: readonly string[];
}

/** Takes flags without a value (`--json`) from the flags of a start. Faults: one of them with a value, or twice. */
export function takeFlags(argv: readonly string[], own: readonly string[]): Checked<OwnFlags> {
  for (const flag of own) {
    if (argv.some((word) => word.startsWith(`${flag}=`))) return wrong(flag, 'takes no value');
    if (argv.filter((word) => word === flag).length > 1) return wrong(flag, 'is given twice');
  }
  return fits({ given: new Set(argv.filter((word) => own.includes(word))), rest: argv.filter((word) => !own.includes(word)) });
}
