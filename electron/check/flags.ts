import { takeFlags } from '../settings/own-flags.ts';
import { type Checked, fits } from '../settings/settings.ts';

/** What the report was asked for with; `rest` are the flags that a start has too. */
export interface CheckFlags {
  readonly json: boolean;
  readonly rest: readonly string[];
}

/** Takes `--check` and `--json` from the flags of a start. Faults: one of them with a value, or twice. */
export function readCheckFlags(argv: readonly string[]): Checked<CheckFlags> {
  const taken = takeFlags(argv, ['--check', '--json']);
  if (!taken.ok) return taken;
  const { given, rest } = taken.value;
  return fits({ json: given.has('--json'), rest });
}
