import { takeFlags } from '../settings/own-flags.ts';
import { type Checked, fits } from '../settings/settings.ts';

/** What was asked for; `rest` are the flags that a start has too. */
export interface FinderFlags {
  readonly json: boolean;
  readonly testBadge: boolean;
  readonly rest: readonly string[];
}

/** Takes `--printers`, `--test-badge` and `--json` from the flags of a start. Faults: one of them with a value, or twice. */
export function readFinderFlags(argv: readonly string[]): Checked<FinderFlags> {
  const taken = takeFlags(argv, ['--printers', '--test-badge', '--json']);
  if (!taken.ok) return taken;
  const { given, rest } = taken.value;
  return fits({ json: given.has('--json'), testBadge: given.has('--test-badge'), rest });
}
