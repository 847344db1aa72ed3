import type { Result } from '../../electron/contract/failure.ts';

/** Says what is durable now, to whoever kills this process. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The value of a success; a failure ends the process. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
