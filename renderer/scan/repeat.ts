/** A camera sees the same code many times: within this time, in ms, it is one scan. */
export const repeatWindow = 5_000;

/**
 * Answers whether a text is to be acted on: unless it is the one passed on less than `repeatWindow` ago. `now` in ms of a clock that never goes back. The window
 * does not slide: a person who shows the same code again on purpose is heard.
 */
export function withoutRepeats(now: () => number): (text: string) => boolean {
  let last: { text: string; at: number } | undefined;
  return (text) => {
    if (last?.text === text && now() - last.at < repeatWindow) return false;
    last = { text, at: now() };
    return true;
  };
}
