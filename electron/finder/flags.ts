import { type Checked, fits, wrong } from '../settings/settings.ts';

/** What was asked for; `rest` are the flags that a start has too. */
export interface FinderFlags {
  readonly json: boolean;
  readonly testBadge: boolean;
  readonly rest: readonly string[];
}

const own = ['--printers', '--test-badge', '--json'];

/** Takes `--printers`, `--test-badge` and `--json` from the flags of a start. Faults: one of them with a value, or twice. */
export function readFinderFlags(argv: readonly string[]): Checked<FinderFlags> {
  for (const flag of own) {
    if (argv.some((word) => word.startsWith(`${flag}=`))) return wrong(flag, 'takes no value');
    if (argv.filter((word) => word === flag).length > 1) return wrong(flag, 'is given twice');
  }
  const rest = argv.filter((word) => !own.includes(word));
  return fits({ json: argv.includes('--json'), testBadge: argv.includes('--test-badge'), rest });
}
