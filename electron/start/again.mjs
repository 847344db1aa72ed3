/**
 * The exit code with which Foyer asks whoever started it to start it anew; EX_TEMPFAIL of sysexits.h, which nothing else here ends with. A process that starts
 * its own successor would hand on an environment out of which the secrets are gone.
 */
export const startAgain = 75;

/**
 * Runs something, and again as long as it asks for that.
 * @param {() => Promise<number>} run answers an exit code
 * @returns {Promise<number>} the last one
 */
export async function untilEnded(run) {
  for (;;) {
    const code = await run();
    if (code !== startAgain) return code;
  }
}
