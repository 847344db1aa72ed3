import { type Checked, fits, wrong } from '../settings/settings.ts';

/** What is to be done about PINs, of whom, and the flags that a start has too. */
export interface PinFlags {
  readonly what: 'set' | 'remove' | 'list';
  readonly name: string;
  /** Whether who is given a PIN is an administrator. */
  readonly isAdmin: boolean;
  readonly rest: readonly string[];
}

/** Takes `--set-pin NAME` with or without `--admin`, `--remove-pin NAME` or `--pins` from the flags of a start. Faults: several of them, or one without its name. */
export function readPinFlags(argv: readonly string[]): Checked<PinFlags> {
  const rest: string[] = [];
  const found: { what: PinFlags['what']; name: string }[] = [];
  let isAdmin = false;
  const words = [...argv];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const [, what, value] = /^--(set|remove)-pin(?:=(.*))?$/s.exec(word) ?? [];
    if (word === '--pins') found.push({ what: 'list', name: '' });
    else if (what === 'set' || what === 'remove') found.push({ what, name: value ?? words.shift() ?? '' });
    else if (word === '--admin') isAdmin = true;
    else rest.push(word);
  }
  const [only, ...others] = found;
  if (!only || others.length > 0) return wrong('--set-pin', 'stands alone: --set-pin NAME [--admin], --remove-pin NAME or --pins');
  if (isAdmin && only.what !== 'set') return wrong('--admin', 'belongs to --set-pin NAME');
  return fits({ ...only, isAdmin, rest });
}
