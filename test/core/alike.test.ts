import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeOf } from '../../electron/core/alike.ts';

describe('codes that look alike', () => {
  it.each([
    ['FJUEXW', []],
    ['FJUEIW', ['FJUE1W']],
    ['A0CDEF', ['AOCDEF']],
    ['A0CDI1', ['A0CD11', 'AOCDII'].sort()],
    ['AOC1EF', ['A0C1EF', 'A0CIEF', 'AOCIEF']],
  ])('%s: %j', (code, others) => {
    expect(alikeOf(code).sort()).toEqual([...others].sort());
  });

  it('are at most three, never the code itself, and differ in nothing but O, 0, I and 1', () => {
    const letter = fc.constantFrom(...'ABOI01XZ');
    const flat = (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'I');
    fc.assert(
      fc.property(fc.array(letter, { minLength: 6, maxLength: 6 }), (letters) => {
        const code = letters.join('');
        const others = alikeOf(code);
        expect(others.length).toBeLessThanOrEqual(3);
        expect(others).not.toContain(code);
        for (const other of others) expect(flat(other)).toBe(flat(code));
      }),
    );
  });
});
