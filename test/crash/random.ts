/** Numbers that depend on a seed alone, so that a run can be repeated. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whether something that happens with this probability happens. */
  chance(probability: number): boolean;
  /** A whole number below `limit`. */
  below(limit: number): number;
}

/** Mulberry32 of a seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, chance: (probability) => next() < probability, below: (limit) => Math.floor(next() * limit) };
}
