/** Five wrong codes in five minutes and the kiosk asks for reception (a registration code is six letters: it can be guessed). */
const windowMs = 5 * 60_000;
const limit = 5;

/** The wrong tries that still count at `now`; all times are monotonic milliseconds. */
export const recentTries = (tries: readonly number[], now: number): readonly number[] => tries.filter((at) => now - at < windowMs);

/** Whether no further code is looked up at `now`. */
export const triesUsedUp = (tries: readonly number[], now: number): boolean => recentTries(tries, now).length >= limit;
