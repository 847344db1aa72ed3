import { describe, expect, it } from 'vitest';
import { linesTo } from '../../../../renderer/desk/figures/lines.ts';

describe('the lines of a picture', () => {
  it.each([
    [0, [0, 1, 2, 3, 4]],
    [1, [0, 1, 2, 3, 4]],
    [5, [0, 1, 2, 3, 4, 5]],
    [14, [0, 5, 10, 15]],
    [36, [0, 10, 20, 30, 40]],
    [40, [0, 10, 20, 30, 40]],
    [1_436, [0, 500, 1_000, 1_500]],
  ])('up to %d', (most, lines) => expect(linesTo(most)).toEqual(lines));

  it('are whole numbers from 0 on, few, and reach the most', () => {
    for (let most = 0; most < 3_000; most += 1) {
      const lines = linesTo(most);
      expect([lines[0], lines.every(Number.isInteger)]).toEqual([0, true]);
      expect(lines.at(-1)).toBeGreaterThanOrEqual(most);
      expect(lines.length).toBeLessThanOrEqual(8);
    }
  });
});
