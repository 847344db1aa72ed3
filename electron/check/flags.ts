import { type Checked, fits, wrong } from '../settings/settings.ts';

/** What the report was asked for with; `rest` are the flags that a start has too. */
export interface CheckFlags {
  readonly json: boolean;
  readonly rest: readonly string[];
}

const own = ['--check', '--json'];

/** Takes `--check` and `--json` from the flags of a start. Faults: one of them with a value, or twice. */
export function readCheckFlags(argv: readonly string[]): Checked<CheckFlags> {
  for (const flag of own) {
    if (argv.some((word) => word.startsWith(`${flag}=`))) return wrong(flag, 'takes no value');
    if (argv.filter((word) => word === flag).length > 1) return wrong(flag, 'is given twice');
  }
  return fits({ json: argv.includes('--json'), rest: argv.filter((word) => !own.includes(word)) });
}
