import { faultLine, type SettingsFault } from '../settings/settings.ts';

/** A line for the person, or the script, that started Foyer. Never anything of a visitor. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The exit code of a start that a wrong setting stopped. */
export const wrongSetting = 2;

/** The one line that names a wrong setting. */
export function sayFault(fault: SettingsFault): void {
  process.stderr.write(`${faultLine(fault)}\n`);
}

/** Something that never should happen stopped the start: its name and where, never its message, which may hold anything. */
export function sayBug(error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  process.stderr.write(`foyer: a bug: ${error instanceof Error ? error.name : typeof error}\n${stack.slice(0, 8).join('\n')}\n`);
}
