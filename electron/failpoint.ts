/**
 * A named step at which the crash tests end the process as a power cut would (rule DUR-3). Does nothing unless `FOYER_CRASH_AT`
 * names it; the tests find every name by reading the source, so each name stands in exactly one call, as a literal.
 */
export function failpoint(name: string): void {
  if (process.env['FOYER_CRASH_AT'] === name) process.kill(process.pid, 'SIGKILL');
}
