import { ticks } from 'd3-array';

/** The counts that lines are drawn at, from 0 to the first that is not below the most: whole numbers. */
export function linesTo(most: number): number[] {
  const top = Math.max(4, most);
  const drawn = ticks(0, top, 4).filter(Number.isInteger);
  const [second = 1, last = 0] = [drawn[1], drawn.at(-1)];
  return last < top ? [...drawn, last + second] : drawn;
}
