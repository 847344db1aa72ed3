import { type Checked, fits, wrong } from '../settings/settings.ts';

/** What is to be done about PINs, of whom, and the flags that a start has too. */
export interface PinFlags {
  readonly what: 'set' | 'remove' | 'list';
  readonly name: string;
  readonly rest: readonly string[];
}

/** Takes `--set-pin NAME`, `--remove-pin NAME` or `--pins` from the flags of a start. Faults: several of them, or one without its name. */
export function readPinFlags(argv: readonly string[]): Checked<PinFlags> {
  const rest: string[] = [];
  const found: { what: PinFlags['what']; name: string }[] = [];
  const words = [...argv];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const [, what, value] = /^--(set|remove)-pin(?:=(.*))?$/s.exec(word) ?? [];
    if (word === '--pins') found.push({ what: 'list', name: '' });
    else if (what === 'set' || what === 'remove') found.push({ what, name: value ?? words.shift() ?? '' });
    else rest.push(word);
  }
  const [only, ...others] = found;
  if (!only || others.length > 0) return wrong('--set-pin', 'stands alone: --set-pin NAME, --remove-pin NAME or --pins');
  return fits({ ...only, rest });
}
